import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { texts } from '../../i18n/index.ts'
import type { FusedResults } from '../../model/fused-list.ts'
import type { OfferDetails } from '../../model/search.ts'

/** The results of several photos together; `undefined` if only one was searched. */
export const FusedResultsContext = createContext<FusedResults | undefined>(undefined)

/** How many of several photos found an offer, in words. */
export function useFoundBy(offerId: string): string | undefined {
  const { photos = 0, foundBy } = useContext(FusedResultsContext) ?? {}
  const count = foundBy?.get(offerId)
  return count && photos > 1 ? texts().foundBy(count, photos) : undefined
}

/** Details loaded for single offers, by offer id. */
export const DetailsContext = createContext<Record<string, OfferDetails>>({})

export function useOfferDetails(offerId: string): OfferDetails | undefined {
  return useContext(DetailsContext)[offerId]
}
