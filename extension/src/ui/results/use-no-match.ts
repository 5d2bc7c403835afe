import { useContext } from 'preact/hooks'
import { resultListOf } from '../../model/fused-list.ts'
import type { Search } from '../../model/search.ts'
import { VerdictsContext } from '../photo-match/use-verdicts.ts'
import { type NoMatch, noMatchOf } from './no-match.ts'

/** That none of the offers shows the photo, once that can be said of all that are loaded. */
export function useNoMatch(search: Search): NoMatch | undefined {
  return noMatchOf(resultListOf(search)?.offers ?? [], useContext(VerdictsContext))
}
