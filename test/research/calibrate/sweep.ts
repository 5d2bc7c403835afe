import { colourDistance, comparisons, type PhotoHash, type Thresholds } from '@find-on-1688/shared'
import { EDITS, type EditKind } from './edits.ts'
import type { Half } from './measure.ts'
import { negatives } from './pairs.ts'

/** What another threshold for `probably` would do, with all others unchanged. */
export interface SweepRow {
  probably: number
  /** the share of the copies of each kind that is found */
  found: Record<(typeof KINDS)[number], number>
  /** false matches among the comparisons of different photos, and the pairs of pictures they come from */
  falseMatches: number
  confused: number
}

export const KINDS = ['light', 'framed', 'marked', 'mirrored', 'cut'] as const satisfies EditKind[]
const BITS = [24, 32, 36, 40, 44, 48, 52, 56, 60, 64]
const MOST = Math.max(...BITS)

export function sweep(half: Half, thresholds: Thresholds): SweepRow[] {
  const copies = half.pictures.flatMap(({ original, copies: edited }) =>
    EDITS.map(({ name, kind }) => ({
      kind,
      bits: nearestInColour(original, edited.get(name) as PhotoHash, thresholds),
    })),
  )
  const wrong: { pair: string; bits: number }[] = []
  for (const { query, other, pair } of negatives(half)) {
    const bits = nearestInColour(query, other, thresholds)
    if (bits <= MOST) wrong.push({ pair, bits })
  }
  return BITS.map((probably) => {
    const share = (kind: EditKind) => {
      const all = copies.filter((copy) => copy.kind === kind)
      return all.filter(({ bits }) => bits <= probably).length / all.length
    }
    const within = wrong.filter(({ bits }) => bits <= probably)
    return {
      probably,
      found: Object.fromEntries(KINDS.map((kind) => [kind, share(kind)])) as SweepRow['found'],
      falseMatches: within.length,
      confused: new Set(within.map(({ pair }) => pair)).size,
    }
  })
}

/** Infinity if nothing is close enough, of sufficient quality and in the same colours. */
function nearestInColour(query: PhotoHash, other: PhotoHash, { minQuality, colour }: Thresholds): number {
  return Math.min(
    ...comparisons(query, other)
      .filter(
        ({ distance, quality, colours }) =>
          distance <= MOST &&
          Math.min(quality.query, quality.other) >= minQuality &&
          colourDistance(colours.query, colours.other) <= colour,
      )
      .map(({ distance }) => distance),
  )
}
