import { storage } from 'wxt/utils/storage'
import type { Search } from '../../model/search.ts'

/** A selling price that the person typed for one search; it goes before the one of the listing. */
export interface SellingPrice {
  searchId: string
  /** Decimal string in `currency` (ISO 4217). */
  price: string
  currency: string
}

export const sellingPriceItem = storage.defineItem<SellingPrice | null>('session:sale', { fallback: null })

/** What the product sells for, as the person or the page says; `null` where nobody does. */
export function sellingPriceOf(search: Search, sale: SellingPrice | null | undefined) {
  if (sale?.searchId === search.id)
    return { price: sale.price, priceTo: null, currency: sale.currency, isOwn: true }
  const { listing } = search
  if (!listing?.price || !listing.currency) return null
  return { price: listing.price, priceTo: listing.priceTo, currency: listing.currency, isOwn: false }
}
