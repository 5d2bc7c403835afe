import { useContext } from 'preact/hooks'
import { resultListOf } from '../../model/fused-list.ts'
import type { Search } from '../../model/search.ts'
import type { PhotoVerdict } from '../../photo-match/verdicts.ts'
import { VerdictsContext } from '../photo-match/photo-match-context.tsx'

/** That none of the offers shows the photo, once that can be said of all that are loaded. */
export function useNoMatch(search: Search): NoMatch | undefined {
  return noMatchOf(resultListOf(search)?.offers ?? [], useContext(VerdictsContext))
}

/** That no offer shows the photo, and how many were really compared with it. */
export interface NoMatch {
  compared: number
  offers: number
}

const OPEN: PhotoVerdict['kind'][] = ['cannot-compare', 'not-checked']

/**
 * Whether it can be said that no offer shows the photo: every verdict is there, most offers could really be compared, and
 * none of them is the same or probably so. `undefined` where that cannot be said.
 */
export function noMatchOf(
  offers: readonly { offerId: string }[],
  verdicts: Record<string, PhotoVerdict>,
): NoMatch | undefined {
  const kinds = offers.map(({ offerId }) => verdicts[offerId]?.kind)
  const compared = kinds.filter((kind) => kind && !OPEN.includes(kind))
  if (kinds.includes(undefined) || compared.some((kind) => kind !== 'other')) return undefined
  return compared.length * 2 > offers.length
    ? { compared: compared.length, offers: offers.length }
    : undefined
}
