import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { texts } from '../../i18n/index.ts'
import type { FusedResults } from '../../model/fused-list.ts'

/** What several photos have found together; nothing where there is one. */
export const FusedResultsContext = createContext<FusedResults | undefined>(undefined)

/** By how many of the photos an offer was found, in words, once several have been searched. */
export function useFoundBy(offerId: string): string | undefined {
  const { photos = 0, foundBy } = useContext(FusedResultsContext) ?? {}
  const count = foundBy?.get(offerId)
  return count && photos > 1 ? texts().foundBy(count, photos) : undefined
}
