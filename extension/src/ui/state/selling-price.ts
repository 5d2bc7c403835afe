import type { Search } from '../../model/search.ts'
import { type SellingPrice, sellingPriceItem } from '../../model/stored-items.ts'
import { useStored } from './use-stored.ts'

/** What the searched product sells for, as typed or else as its page says; `null` where neither is known. */
export function useSellingPrice(search: Search | null) {
  const typed = useStored(sellingPriceItem)
  return search && sellingPriceOf(search, typed)
}

export function sellingPriceOf(search: Search, typed: SellingPrice | null | undefined) {
  if (typed?.searchId === search.id)
    return { price: typed.price, priceTo: null, currency: typed.currency, isOwn: true }
  const { listing } = search
  if (!listing?.price || !listing.currency) return null
  return { price: listing.price, priceTo: listing.priceTo, currency: listing.currency, isOwn: false }
}
