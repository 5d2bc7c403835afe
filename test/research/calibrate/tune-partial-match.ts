import {
  agreementIn,
  type PartialMatch,
  type PhotoHash,
  partialMatch,
  type Thresholds,
} from '@find-on-1688/shared'
import { EDITS, type EditKind } from './edits.ts'
import type { Half } from './measure.ts'
import { negatives } from './pairs.ts'

/** Percentage points by which the thresholds stay above the two different pictures that agree most. */
const MARGIN = { wholly: 6, partly: 2.5 }
/** No copy can be expected to agree more than this. */
const MOST = 99
/** The share of the copies with nothing overlaid that may be reported as overlaid. */
const WRONGLY_MARKED = 0.005
/** The kinds with nothing overlaid. */
const UNMARKED: readonly EditKind[] = ['light', 'framed', 'mirrored', 'cut']

export interface PartialMatchTuned {
  thresholds: Pick<Thresholds, 'wholly' | 'partly' | 'added' | 'patch'>
  /** percent: the highest agreement of two different photos, as a whole and outside a patch */
  mostWholly: number
  mostPartly: number
}

/** Thresholds at which none of the half's pictures are confused, with a margin, and few copies are reported as overlaid by mistake. */
export function tunePartialMatch(half: Half, minQuality: number, colour: number): PartialMatchTuned {
  let [mostWholly, mostPartly] = [0, 0]
  for (const { query, other } of negatives(half)) {
    const match = matchOf(query, other, minQuality)
    if (!match) continue
    if (agreementIn(match, ALL) === 'wholly') mostWholly = Math.max(mostWholly, match.alike)
    if (agreementIn(match, BUT_A_PATCH) === 'partly' && match.colours <= colour)
      mostPartly = Math.max(mostPartly, match.besidePatch)
  }
  const wholly = Math.min(MOST, mostWholly + MARGIN.wholly)
  const partly = Math.min(MOST, mostPartly + MARGIN.partly)
  const unmarked = half.pictures
    .flatMap(({ original, copies }) =>
      EDITS.filter(({ kind }) => UNMARKED.includes(kind)).map(({ name }) =>
        matchOf(original, copies.get(name) as PhotoHash, minQuality),
      ),
    )
    .filter((match) => match !== undefined)
    .filter((match) => agreementIn(match, { wholly, partly }) !== 'none')
  return {
    thresholds: {
      wholly: tenths(wholly),
      partly: tenths(partly),
      added: above(unmarked.map(({ added }) => added)) + 1,
      patch: tenths(above(unmarked.map(({ besidePatch, alike }) => besidePatch - alike)) + 0.1),
    },
    mostWholly,
    mostPartly,
  }
}

/** Every pair that shows enough; and of these, the ones that can only agree outside a patch. */
const ALL = { wholly: 0, partly: 0 }
const BUT_A_PATCH = { wholly: 101, partly: 0 }

function matchOf(query: PhotoHash, other: PhotoHash, minQuality: number): PartialMatch | undefined {
  if (Math.min(query.plain.quality, other.plain.quality) < minQuality) return undefined
  return partialMatch(query.thumbnail, other.thumbnail)
}

/** The level that all but a few of the values stay within. */
function above(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.ceil(sorted.length * (1 - WRONGLY_MARKED)) - 1] ?? 0
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10
}
