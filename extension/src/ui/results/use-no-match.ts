import { useContext } from 'preact/hooks'
import { resultListOf } from '../../model/fused-list.ts'
import type { Search } from '../../model/search.ts'
import type { OfferPhotoVerdict } from '../../photo-match/verdicts.ts'
import { VerdictsContext } from '../photo-match/photo-match-context.tsx'

/** Whether no loaded offer shows the photo, once that is certain enough. */
export function useNoMatch(search: Search): NoMatch | undefined {
  return noMatchOf(resultListOf(search)?.offers ?? [], useContext(VerdictsContext))
}

/** No offer shows the photo; with the number of offers that could be compared. */
export interface NoMatch {
  compared: number
  offers: number
}

const UNCOMPARED: OfferPhotoVerdict['kind'][] = ['cannot-compare', 'not-checked']

/**
 * No match if there is a verdict for every offer, most could be compared, and none of them is the same or probably so.
 * `undefined` otherwise.
 */
export function noMatchOf(
  offers: readonly { offerId: string }[],
  verdicts: Record<string, OfferPhotoVerdict>,
): NoMatch | undefined {
  const kinds = offers.map(({ offerId }) => verdicts[offerId]?.kind)
  const compared = kinds.filter((kind) => kind && !UNCOMPARED.includes(kind))
  if (kinds.includes(undefined) || compared.some((kind) => kind !== 'other')) return undefined
  return compared.length * 2 > offers.length
    ? { compared: compared.length, offers: offers.length }
    : undefined
}
