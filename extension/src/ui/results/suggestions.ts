import type { Mode } from '@find-on-1688/shared'
import type { AcquiredBy } from '../../model/picture.ts'

/** What to try if a search found no reliable match. */
export type Suggestion = 'original' | 'subject' | 'gallery' | 'similar' | 'larger'

/** The facts that decide which suggestions help. */
export interface SuggestionFacts {
  how: AcquiredBy
  /** Whether the original could be read if its website were allowed. */
  hostMissing: boolean
  /** How many subjects 1688 detected in the picture. */
  subjects: number
  /** How much of the picture the subject covers, 0 … 1; `null` if not known. */
  share: number | null
  /** A region has been chosen already. */
  hasRegion: boolean
  /** Whether there is a page that may have more photos. */
  hasPage: boolean
  mode: Mode
  modesDiffer: boolean
  /** Nothing at all was found. */
  isEmpty: boolean
  /** Width of the picture before it was reduced, in pixels. */
  fromWidth: number
}

const MAX_SUGGESTIONS = 3
const SMALL_SHARE = 0.6
const SMALL_WIDTH = 300
const FROM_SCREEN: AcquiredBy[] = ['capture', 'frame', 'area']

/** What is most likely to help, best first, at most three. */
export function suggestionsFor(facts: SuggestionFacts): Suggestion[] {
  const { how, hostMissing, subjects, share, hasRegion, hasPage, mode, modesDiffer, isEmpty, fromWidth } =
    facts
  const isCrowded = !hasRegion && (subjects > 1 || (share !== null && share < SMALL_SHARE))
  const canSearchSimilar = mode === 'same' && modesDiffer
  const ranked: [Suggestion, boolean][] = [
    // Something similar is better than nothing.
    ['similar', canSearchSimilar && isEmpty],
    ['subject', isCrowded],
    // Reading the original would not change a region that has been chosen.
    ['original', !hasRegion && hostMissing && FROM_SCREEN.includes(how)],
    ['subject', true],
    ['larger', fromWidth < SMALL_WIDTH],
    ['gallery', hasPage],
    ['similar', canSearchSimilar],
  ]
  return [...new Set(ranked.flatMap(([suggestion, helps]) => (helps ? [suggestion] : [])))].slice(
    0,
    MAX_SUGGESTIONS,
  )
}
