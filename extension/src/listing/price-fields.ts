import type { Listing } from '../model/listing.ts'
import type { PageFacts } from './page/types.ts'
import type { ReadPrice } from './prices/read-price.ts'

/** "140.000" in structured data is 140.00. */
const ZEROS = /(?<=\.\d\d)0+$/

/** The fields of a listing that say what it costs. Where the currency is open, the shop is needed to remember the person's answer. */
export function priceFields(
  price: ReadPrice | null,
  { url }: PageFacts,
): Pick<Listing, 'price' | 'priceTo' | 'isFrom' | 'currency' | 'currencyMark' | 'shop'> {
  const { amount = null, to = null, currency = null, mark, isFrom } = price ?? {}
  const isOpen = currency === null && mark !== undefined
  const [low = null, high = null] = [amount, to].map((each) => each?.replace(ZEROS, '') ?? null)
  return {
    price: low,
    priceTo: high,
    ...(isFrom && !high && { isFrom }),
    currency,
    ...(isOpen && { currencyMark: mark, shop: url.host }),
  }
}
