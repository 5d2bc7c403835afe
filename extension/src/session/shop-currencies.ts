import { digestOf } from '../image/digest.ts'
import type { Listing } from '../model/listing.ts'
import { privateShopCurrenciesItem, type ShopCurrencies, shopCurrenciesItem } from '../model/stored-items.ts'

/** With one more, the one that was chosen longest ago goes. */
const MAX_SHOPS = 200

/** The listing with the currency that the user chose for the mark in this shop, if its page does not say the currency. */
export async function withShopCurrency(listing: Listing | null): Promise<Listing | null> {
  if (!listing || listing.currency) return listing
  const key = await keyOf(listing)
  if (!key) return listing
  const [ofPrivate, lasting] = await Promise.all([
    privateShopCurrenciesItem.getValue(),
    shopCurrenciesItem.getValue(),
  ])
  return { ...listing, currency: ofPrivate[key] ?? lasting[key] ?? null }
}

/** `null` forgets the shop's currency. What is chosen in a private window ends with the browser session. */
export async function rememberShopCurrency(
  listing: Listing,
  currency: string | null,
  incognito: boolean,
): Promise<void> {
  const key = await keyOf(listing)
  if (!key) return
  const item = incognito ? privateShopCurrenciesItem : shopCurrenciesItem
  await item.setValue(withCurrency(await item.getValue(), key, currency))
}

function withCurrency(all: ShopCurrencies, key: string, currency: string | null): ShopCurrencies {
  const others = Object.entries(all).filter(([each]) => each !== key)
  const chosen: [string, string][] = currency === null ? [] : [[key, currency]]
  return Object.fromEntries([...others, ...chosen].slice(-MAX_SHOPS))
}

/** Only a digest: the shops that somebody looked at are nobody's business. */
async function keyOf({ shop, currencyMark }: Listing): Promise<string | undefined> {
  return shop && currencyMark ? digestOf(new Blob([`${shop} ${currencyMark}`])) : undefined
}
