import type { Offer } from '@find-on-1688/shared'
import type { SearchRecord } from './search-record.ts'
import type { SearchSummary } from './searches.ts'

export function summaryOf({ id, at, thumb, mode, lists, listing }: SearchRecord): SearchSummary {
  const offers = lists[mode]?.offers ?? []
  return {
    id,
    at,
    thumb,
    mode,
    count: offers.length,
    cheapest: cheapestOf(offers),
    title: listing?.title ?? null,
  }
}

/** Prices are compared as numbers, which keeps the order of up to 15 digits, and told as the text that they are. */
function cheapestOf(offers: Offer[]): string | null {
  let cheapest: string | null = null
  for (const { price } of offers)
    if (price !== null && (cheapest === null || Number(price) < Number(cheapest))) cheapest = price
  return cheapest
}
