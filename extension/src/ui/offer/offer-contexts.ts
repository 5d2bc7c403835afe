import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { texts } from '../../i18n/index.ts'
import type { FusedResults } from '../../model/fused-list.ts'
import type { OfferDetails } from '../../model/search.ts'

/** What several photos have found together; nothing where there is one. */
export const FusedResultsContext = createContext<FusedResults | undefined>(undefined)

/** By how many of the photos an offer was found, in words, once several have been searched. */
export function useFoundBy(offerId: string): string | undefined {
  const { photos = 0, foundBy } = useContext(FusedResultsContext) ?? {}
  const count = foundBy?.get(offerId)
  return count && photos > 1 ? texts().foundBy(count, photos) : undefined
}

/** What was asked for of single offers, by offer id. */
export const DetailsContext = createContext<Record<string, OfferDetails>>({})

export function useOfferDetails(offerId: string): OfferDetails | undefined {
  return useContext(DetailsContext)[offerId]
}
