import { colourDistance, isGrey } from './colours.ts'
import { type Comparison, comparisons } from './distance.ts'
import { THRESHOLDS, type Thresholds } from './thresholds.ts'
import type { PhotoHash } from './variants.ts'

/** Of the picture alone: one photo never proves one product, and two photos never two products. */
export type PhotoVerdict = 'same' | 'probably' | 'other' | 'cannot-compare'

/**
 * How a match was found, `mirrored` and `trimmed`; why it is no more than probable, `recoloured`, or `grey` where one has
 * no colours and the other has; or why nothing can be said: one of the two is too flat, or they were hashed in
 * different ways.
 */
export type PhotoReason =
  | 'mirrored'
  | 'trimmed'
  | 'recoloured'
  | 'grey'
  | 'query-flat'
  | 'other-flat'
  | 'other-method'

export interface PhotoJudgement {
  verdict: PhotoVerdict
  /** bits of 256 that differ; null where nothing can be said */
  distance: number | null
  reasons: PhotoReason[]
}

/**
 * Whether two pictures are one photo, however it was recompressed, resized, framed or mirrored. One in other colours may
 * be the photo of another colour of the thing, and a grey one too: these are probable at most.
 */
export function judgePhotos(
  query: PhotoHash,
  other: PhotoHash,
  thresholds: Thresholds = THRESHOLDS,
): PhotoJudgement {
  if (query.method !== other.method) return cannotCompare(['other-method'])
  const { minQuality, probably } = thresholds
  const ways = comparisons(query, other)
  const good = ways.filter(({ quality }) => Math.min(quality.query, quality.other) >= minQuality)
  // A few bits are chance: not the nearest way to the verdict counts but the plainest, or a thing that looks much the
  // same mirrored would be called so.
  const within = (bits: number) => good.filter(({ distance }) => distance <= bits)
  const inColour = (way: Comparison) => otherColours(way, thresholds) === undefined
  const same = within(thresholds.same).find(inColour)
  if (same) return { verdict: 'same', distance: same.distance, reasons: reasonsOf(same, thresholds) }
  // Far apart in brightness the colours have to agree; in other colours the brightness has to.
  const near = within(probably).find(inColour) ?? within(thresholds.same)[0]
  if (near) return { verdict: 'probably', distance: near.distance, reasons: reasonsOf(near, thresholds) }
  if (good.length === 0) return cannotCompare(flatSides(ways, minQuality))
  // Two that look alike as far as anything can be seen are not called different for what little was left to compare.
  const alike = ways.find((way) => way.distance <= probably && !good.includes(way))
  if (alike) return cannotCompare(flatSides([alike], minQuality))
  return { verdict: 'other', distance: Math.min(...good.map(({ distance }) => distance)), reasons: [] }
}

function cannotCompare(reasons: PhotoReason[]): PhotoJudgement {
  return { verdict: 'cannot-compare', distance: null, reasons }
}

function reasonsOf(way: Comparison, thresholds: Thresholds): PhotoReason[] {
  const colour = otherColours(way, thresholds)
  const laid = (['mirrored', 'trimmed'] as const).filter((reason) => way[reason])
  return colour ? [...laid, colour] : laid
}

function otherColours(
  { colours: { query, other } }: Comparison,
  { colour }: Thresholds,
): 'grey' | 'recoloured' | undefined {
  if (colourDistance(query, other) <= colour) return undefined
  return isGrey(query) || isGrey(other) ? 'grey' : 'recoloured'
}

/** Who is too flat in each of these ways. */
function flatSides(ways: readonly Comparison[], minQuality: number): PhotoReason[] {
  const isFlat = (side: 'query' | 'other') => ways.every(({ quality }) => quality[side] < minQuality)
  return (['query', 'other'] as const).filter(isFlat).map((side) => `${side}-flat` as const)
}
