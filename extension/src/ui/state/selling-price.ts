import type { Search } from '../../model/search.ts'
import { SHARED_CURRENCY_MARKS } from '../../model/shared-currency-marks.ts'
import { readDecimal } from '../../pricing/read-decimal.ts'
import { useApp } from './app-context.tsx'
import type { TypedProduct } from './typed-product.ts'

/** What the searched product sells for, as typed or else as its page says; `null` where neither is known. */
export function useSellingPrice(search: Search | null) {
  const { typed } = useApp()
  return search && sellingPriceOf(search, typed.sellingPrices)
}

/**
 * A typed price belongs to the listing in its currency: in another marketplace the product sells for something else. Where the
 * page does not say its currency, the price that was typed last in a possible one counts.
 */
export function sellingPriceOf({ listing }: Pick<Search, 'listing'>, typed: TypedProduct['sellingPrices']) {
  const own = typed.findLast(({ currency }) => mayBeIn(listing, currency))
  // A text that is no number stays in its field, and is no price.
  if (own)
    return {
      price: readDecimal(own.price) ?? null,
      priceTo: null,
      currency: own.currency,
      isOwn: true,
      text: own.price,
    }
  if (!listing?.price || !listing.currency) return null
  const { price, priceTo, isFrom, currency } = listing
  return { price, priceTo, ...(isFrom && { isFrom }), currency, isOwn: false, text: price }
}

function mayBeIn(listing: Search['listing'], currency: string): boolean {
  if (listing?.currency) return currency === listing.currency
  const possible = listing?.currencyMark && SHARED_CURRENCY_MARKS[listing.currencyMark]
  return !possible || possible.includes(currency)
}
