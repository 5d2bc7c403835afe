import { useContext } from 'preact/hooks'
import { listOf } from '../gallery/list-of.ts'
import { type NoMatch, noMatchOf } from '../photo/no-match.ts'
import type { Search } from '../search/state.ts'
import { VerdictsContext } from './use-verdicts.ts'

/** That none of the offers shows the photo, once that can be said of all that are loaded. */
export function useNoMatch(search: Search): NoMatch | undefined {
  return noMatchOf(listOf(search)?.offers ?? [], useContext(VerdictsContext))
}
