import {
  type Comparison,
  colourDistance,
  comparisons,
  type PhotoHash,
  type Thresholds,
} from '@find-on-1688/shared'
import { EDITS, type EditKind } from './edits.ts'
import type { Half, Hashed } from './measure.ts'
import { negatives } from './pairs.ts'
import { type PartialMatchTuned, tunePartialMatch } from './tune-partial-match.ts'

/** Bits by which the thresholds stay below the closest two different pictures. */
const MARGIN = 6
/** The colour threshold relative to the two closest colours of one product. */
const COLOUR_MARGIN = 0.75
/** The share of the light edits that must be `same`, not only `probably`. */
const SAME_SHARE = 0.995
const QUALITIES = [0, 20, 30, 35, 40, 45, 50, 55, 60, 70, 80]
/** The kinds that have to be found. The others lose their colours or are not searched for. */
const OWED: readonly EditKind[] = ['light', 'framed', 'marked', 'mirrored', 'cut']

export interface Tuned {
  thresholds: Thresholds
  /** the distance of the two closest colours of one product, in percent */
  nearestColour: number
  /** for each quality that was tried: the closest two different photos, and the share of copies found with that */
  tried: { minQuality: number; nearest: number; nearestInColour: number; found: number }[]
  partialMatch: Omit<PartialMatchTuned, 'thresholds'>
}

interface Copy {
  kind: EditKind
  ways: Comparison[]
}

/**
 * The thresholds at which none of the half's pictures are confused, with a margin, and most of their copies are found.
 */
export function tune(half: Half): Tuned {
  const nearestColour = Math.min(
    ...half.hard
      .filter(({ kind }) => kind === 'another colour')
      .map(({ one, other }) => colourOf(nearestOf(comparisons(one, other)))),
  )
  const colour = Math.floor(nearestColour * COLOUR_MARGIN)
  const copies = copiesOf([...half.pictures, ...half.details])
  const tried = nearestPairs(half, colour).map(({ minQuality, nearest, nearestInColour }) => {
    const probably = nearestInColour - MARGIN
    const found = copies.filter(({ ways }) =>
      ways.some((way) => way.distance <= probably && qualityOf(way) >= minQuality && colourOf(way) <= colour),
    )
    return { minQuality, nearest, nearestInColour, found: found.length / copies.length }
  })
  // If several are equally good, the one that leaves out the most flat pictures.
  const best = tried.toSorted((one, other) => other.found - one.found || other.minQuality - one.minQuality)[0]
  if (!best) throw new Error('no quality to try')
  const probably = best.nearestInColour - MARGIN
  // Without the flat parts of photographs, whose bits are mostly noise.
  const light = copiesOf(half.pictures)
    .filter(({ kind }) => kind === 'light')
    .map(({ ways }) => nearestOf(ways).distance)
  const same = Math.min(quantile(light, SAME_SHARE), best.nearest - MARGIN, probably)
  const { minQuality } = best
  const { thresholds, ...partialMatch } = tunePartialMatch(half, minQuality, colour)
  return {
    thresholds: { same, probably, minQuality, colour, ...thresholds },
    nearestColour,
    tried,
    partialMatch,
  }
}

/** Every copy that has to be found, with every way to compare it with its original. */
function copiesOf(pictures: readonly Hashed[]): Copy[] {
  return pictures.flatMap(({ original, copies }) =>
    EDITS.filter(({ kind, name }) => OWED.includes(kind) && copies.has(name)).map(({ kind, name }) => ({
      kind,
      ways: comparisons(original, copies.get(name) as PhotoHash),
    })),
  )
}

/** For each quality, the distance of the closest two different photos: overall, and in the same colours. */
function nearestPairs(half: Half, colour: number) {
  const rows = QUALITIES.map((minQuality) => ({ minQuality, nearest: 256, nearestInColour: 256 }))
  for (const { query, other } of negatives(half))
    for (const way of comparisons(query, other)) {
      const better = rows.filter(
        (row) => way.distance < row.nearestInColour && qualityOf(way) >= row.minQuality,
      )
      if (better.length === 0) continue
      const inColour = colourOf(way) <= colour
      for (const row of better) {
        row.nearest = Math.min(row.nearest, way.distance)
        if (inColour) row.nearestInColour = way.distance
      }
    }
  return rows
}

function qualityOf({ quality }: Comparison): number {
  return Math.min(quality.query, quality.other)
}

function colourOf({ colours }: Comparison): number {
  return colourDistance(colours.query, colours.other)
}

function nearestOf(ways: readonly Comparison[]): Comparison {
  return ways.reduce((best, way) => (way.distance < best.distance ? way : best))
}

function quantile(values: readonly number[], share: number): number {
  return values.toSorted((one, other) => one - other)[Math.ceil(values.length * share) - 1] ?? 0
}
