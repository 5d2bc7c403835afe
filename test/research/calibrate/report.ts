import {
  compare,
  judgePhotos,
  type PhotoHash,
  type PhotoJudgement,
  type Thresholds,
} from '@find-on-1688/shared'
import { lowerBound, upperBound } from './binomial.ts'
import { EDITS, type EditKind } from './edits.ts'
import { HARD_KINDS, type HardKind } from './hard.ts'
import type { Half, HashedPair } from './measure.ts'
import { type Negative, negatives } from './pairs.ts'

export interface Counts {
  pairs: number
  same: number
  probably: number
  other: number
  cannotCompare: number
  /** of `same` and `probably`: reported as recoloured or grey */
  recoloured: number
}

export interface EditRow extends Counts {
  edit: string
  kind: EditKind
  /** `same` and `probably` as a share of all pairs, and its lower bound at 95% */
  found: number
  atLeast: number
  /** found by the hash alone */
  byHash: number
  /** of `same` and `probably`: reported as trimmed, cropped, overlaid */
  trimmed: number
  cropped: number
  overlaid: number
  /** pictures that were not found */
  missed: string[]
}

export interface FalseRow {
  of: Negative['of']
  /** comparisons, and the pairs of different pictures they consist of */
  comparisons: number
  compared: number
  pairs: number
  falseMatches: number
  falseMirrored: number
  /** pairs of pictures that were confused at least once */
  confused: string[]
  /** upper bounds of the rate at 95%: per comparison, per pair, and of mirrored matches per comparison */
  atMost: number
  atMostForPair: number
  atMostMirrored: number
}

export interface HardRow extends Counts {
  of: HardKind
}

export interface Report {
  edits: EditRow[]
  /** parts of photographs, each against its own thumbnail */
  details: Counts
  falseMatches: FalseRow[]
  hard: HardRow[]
  /** pairs by distance, in steps of 4 bits; only those of sufficient quality */
  distances: Record<'light' | 'framed and marked' | 'different', number[]>
}

export const STEP_BITS = 4
/** No agreement is this high. */
const NO_PARTIAL_MATCH = { wholly: 101, partly: 101 }

export function report(half: Half, thresholds: Thresholds, twins: readonly HashedPair[]): Report {
  const distances = { light: histogram(), 'framed and marked': histogram(), different: histogram() }
  const note = (bars: number[], query: PhotoHash, other: PhotoHash) => {
    const bits = compare(query, other, thresholds.minQuality)?.distance
    if (bits !== undefined) bars[Math.floor(bits / STEP_BITS)] = (bars[Math.floor(bits / STEP_BITS)] ?? 0) + 1
  }
  const edits = EDITS.map(({ name, kind }): EditRow => {
    const counts = noCounts()
    const marks = { trimmed: 0, cropped: 0, overlaid: 0 }
    const missed: string[] = []
    let byHash = 0
    for (const picture of half.pictures) {
      const copy = picture.copies.get(name) as PhotoHash
      const { verdict, reasons } = count(counts, picture.original, copy, thresholds)
      for (const mark of ['trimmed', 'cropped', 'overlaid'] as const)
        if (reasons.includes(mark)) marks[mark]++
      const alone = judgePhotos(picture.original, copy, { ...thresholds, ...NO_PARTIAL_MATCH }).verdict
      if (alone === 'same' || alone === 'probably') byHash++
      if (verdict === 'other' || verdict === 'cannot-compare') missed.push(picture.name)
      if (kind === 'light') note(distances.light, picture.original, copy)
      if (kind === 'framed' || kind === 'marked') note(distances['framed and marked'], picture.original, copy)
    }
    const found = counts.same + counts.probably
    return {
      edit: name,
      kind,
      ...counts,
      found: found / counts.pairs,
      atLeast: lowerBound(found, counts.pairs),
      byHash,
      ...marks,
      missed,
    }
  })
  const details = noCounts()
  for (const { original, copies } of half.details)
    for (const copy of copies.values()) count(details, original, copy, thresholds)
  const falseMatches = falseRows(half, thresholds, ({ query, other }) =>
    note(distances.different, query, other),
  )
  const hard = HARD_KINDS.map((kind) => {
    const counts = noCounts()
    for (const { one, other } of [...half.hard, ...twins].filter((pair) => pair.kind === kind))
      count(counts, one, other, thresholds)
    return { of: kind, ...counts }
  })
  return { edits, details, falseMatches, hard, distances }
}

function falseRows(half: Half, thresholds: Thresholds, see: (negative: Negative) => void): FalseRow[] {
  const rows = (['pictures', 'details'] as const).map((of) => ({
    of,
    comparisons: 0,
    compared: 0,
    pairs: new Set<string>(),
    falseMatches: 0,
    falseMirrored: 0,
    confused: new Set<string>(),
  }))
  for (const negative of negatives(half)) {
    const row = rows.find(({ of }) => of === negative.of) as (typeof rows)[number]
    const { verdict, reasons } = judgePhotos(negative.query, negative.other, thresholds)
    see(negative)
    row.comparisons++
    row.pairs.add(negative.pair)
    if (verdict !== 'cannot-compare') row.compared++
    if (verdict !== 'same' && verdict !== 'probably') continue
    row.confused.add(negative.pair)
    if (reasons.includes('mirrored')) row.falseMirrored++
    else row.falseMatches++
  }
  return rows.map(({ pairs, confused, ...row }) => ({
    ...row,
    pairs: pairs.size,
    confused: [...confused].sort(),
    atMost: upperBound(row.falseMatches, row.compared),
    atMostForPair: upperBound(confused.size, pairs.size),
    atMostMirrored: upperBound(row.falseMirrored, row.compared),
  }))
}

function count(counts: Counts, query: PhotoHash, other: PhotoHash, thresholds: Thresholds): PhotoJudgement {
  const judgement = judgePhotos(query, other, thresholds)
  const { verdict, reasons } = judgement
  counts.pairs++
  counts[verdict === 'cannot-compare' ? 'cannotCompare' : verdict]++
  if (reasons.includes('recoloured') || reasons.includes('grey')) counts.recoloured++
  return judgement
}

function noCounts(): Counts {
  return { pairs: 0, same: 0, probably: 0, other: 0, cannotCompare: 0, recoloured: 0 }
}

function histogram(): number[] {
  return Array.from({ length: 160 / STEP_BITS }, () => 0)
}
