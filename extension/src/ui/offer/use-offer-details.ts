import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { OfferDetails } from '../../model/search.ts'

/** What was asked for of single offers, by offer id. */
export const DetailsContext = createContext<Record<string, OfferDetails>>({})

export function useOfferDetails(offerId: string): OfferDetails | undefined {
  return useContext(DetailsContext)[offerId]
}
