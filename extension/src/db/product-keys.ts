import { digestOf, jpegOf } from '../image/digest.ts'
import type { SentPicture } from '../model/picture.ts'
import { type Search, shopOf } from '../model/search.ts'

/**
 * The keys under which what was typed for a product is found, the surest first: the listing's number; the search itself and
 * the one that it repeats, for a listing without a number whose picture is read again in another size; the digest of the sent
 * picture (SHA-256 in hex).
 */
export async function productKeysOf(
  search: Pick<Search, 'id' | 'repeats' | 'listing' | 'source'>,
  sent: Pick<SentPicture, 'dataUrl'> | undefined,
): Promise<string[]> {
  const { id, repeats, listing } = search
  return [
    ...(listing?.productNumber ? await numberKeys(listing.productNumber, shopOf(search)) : []),
    `search:${id}`,
    ...(repeats ? [`search:${repeats}`] : []),
    ...(sent ? [`picture:${await digestOf(await jpegOf(sent.dataUrl))}`] : []),
  ]
}

/** `asin`, `gtin` or `sku` of a key that is a number; `undefined` for any other key. */
export function numberKind(key: string): string | undefined {
  return /^(asin|gtin|sku):/.exec(key)?.[1]
}

/**
 * An ASIN or GTIN is the same product in every shop. A number of the shop's own means nothing elsewhere, so it counts only
 * together with the shop, and as a digest, so that no shop's name is saved.
 */
async function numberKeys(productNumber: string, shop: string | null): Promise<string[]> {
  const number = productNumber.trim()
  if (/^B0[0-9A-Z]{8}$/i.test(number)) return [`asin:${number.toUpperCase()}`]
  if (isGtin(number)) return [`gtin:${number.padStart(14, '0')}`]
  return number && shop ? [`sku:${await digestOf(new Blob([`${shop} ${number}`]))}`] : []
}

/** GTIN-8, -12, -13 and -14 with a valid check digit (GS1 General Specifications, 7.9). */
function isGtin(number: string): boolean {
  if (!/^(\d{8}|\d{12,14})$/.test(number) || Number(number) === 0) return false
  const digits = [...number.padStart(14, '0')].map(Number)
  return digits.reduce((sum, digit, at) => sum + digit * (at % 2 === 0 ? 3 : 1), 0) % 10 === 0
}
