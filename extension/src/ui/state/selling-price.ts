import type { Search } from '../../model/search.ts'
import type { SellingPrice } from '../../model/stored-items.ts'

/** What the product sells for, as the person or the page says; `null` where nobody does. */
export function sellingPriceOf(search: Search, sale: SellingPrice | null | undefined) {
  if (sale?.searchId === search.id)
    return { price: sale.price, priceTo: null, currency: sale.currency, isOwn: true }
  const { listing } = search
  if (!listing?.price || !listing.currency) return null
  return { price: listing.price, priceTo: listing.priceTo, currency: listing.currency, isOwn: false }
}
