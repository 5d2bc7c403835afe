import type { Mode } from '@find-on-1688/shared'
import type { AcquiredBy } from '../../model/picture.ts'

/** What a person can do where a search has found nothing reliable. */
export type Suggestion = 'original' | 'subject' | 'gallery' | 'similar' | 'larger'

/** What of a search decides which of them help. */
export interface SuggestionFacts {
  how: AcquiredBy
  /** Whether the original could be read if its website were allowed. */
  hostMissing: boolean
  /** Subjects that the platform sees in the picture. */
  subjects: number
  /** How much of the picture the subject covers, 0 … 1; `null` where that is not known. */
  share: number | null
  /** A part was chosen already. */
  isPart: boolean
  /** Whether there is a page with further photos. */
  hasPage: boolean
  mode: Mode
  modesDiffer: boolean
  /** Nothing at all was found. */
  isEmpty: boolean
  /** Of what was searched, before it was reduced, in pixels. */
  fromWidth: number
}

const MOST = 3
const SMALL_SHARE = 0.6
const SMALL_WIDTH = 300
const FROM_SCREEN: AcquiredBy[] = ['capture', 'frame', 'area']

/** The moves that are likeliest to help, the best one first; at most three. */
export function suggestionsFor(facts: SuggestionFacts): Suggestion[] {
  const { how, hostMissing, subjects, share, isPart, hasPage, mode, modesDiffer, isEmpty, fromWidth } = facts
  const isCrowded = !isPart && (subjects > 1 || (share !== null && share < SMALL_SHARE))
  const similar = mode === 'same' && modesDiffer
  const ranked: [Suggestion, boolean][] = [
    // Where nothing was found, what is similar is at least something.
    ['similar', similar && isEmpty],
    ['subject', isCrowded],
    // A part stays what it is when its original can be read.
    ['original', !isPart && hostMissing && FROM_SCREEN.includes(how)],
    ['subject', true],
    ['larger', fromWidth < SMALL_WIDTH],
    ['gallery', hasPage],
    ['similar', similar],
  ]
  return [...new Set(ranked.flatMap(([move, helps]) => (helps ? [move] : [])))].slice(0, MOST)
}
