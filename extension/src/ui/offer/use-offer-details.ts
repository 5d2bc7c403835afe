import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Details } from '../../model/search.ts'

/** What was asked for of single offers, by offer id. */
export const DetailsContext = createContext<Record<string, Details>>({})

export function useDetails(offerId: string): Details | undefined {
  return useContext(DetailsContext)[offerId]
}
