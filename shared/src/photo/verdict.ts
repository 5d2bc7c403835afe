import { type Colours, colourDistance, isGrey } from './colours.ts'
import { type Comparison, comparisons } from './distance.ts'
import { agreementIn, differencesOf, partialMatch } from './partial-match.ts'
import { THRESHOLDS, type Thresholds } from './thresholds.ts'
import type { PhotoHash } from './variants.ts'

/** About the picture alone: the same photo does not prove the same product, nor different photos different products. */
export type PhotoVerdict = 'same' | 'probably' | 'other' | 'cannot-compare'

/**
 * How two matching photos differ: `mirrored`, `trimmed` if one has a border, `cropped` if one shows a part of the other,
 * `overlaid` if something covers a part of one. Why a match may be only probable: `recoloured`, or `grey` if only one has
 * colours. Or why nothing can be said: one of the two is too flat, or they were hashed by different methods.
 */
export type PhotoReason =
  | 'mirrored'
  | 'trimmed'
  | 'cropped'
  | 'overlaid'
  | 'recoloured'
  | 'grey'
  | 'query-flat'
  | 'other-flat'
  | 'other-method'

export interface PhotoJudgement {
  verdict: PhotoVerdict
  /** differing bits of 256; null if nothing can be said */
  distance: number | null
  reasons: PhotoReason[]
}

/**
 * Whether two pictures are the same photo, even if it was recompressed, resized, framed, mirrored or cropped, or a small part
 * of it was covered. In other colours, or in grey, it may be a photo of the product in another colour: such a match is only
 * probable.
 */
export function judgePhotos(
  query: PhotoHash,
  other: PhotoHash,
  thresholds: Thresholds = THRESHOLDS,
): PhotoJudgement {
  const first = judgeHashes(query, other, thresholds)
  const isFlat = Math.min(query.plain.quality, other.plain.quality) < thresholds.minQuality
  if (first.verdict === 'cannot-compare' || isFlat) return first
  const isOpen = first.verdict === 'other'
  const match = partialMatch(
    query.thumbnail,
    other.thumbnail,
    isOpen ? undefined : first.reasons.includes('mirrored'),
  )
  const agreement = agreementIn(match, thresholds)
  if (agreement === 'none') return first
  const differences = differencesOf(match, thresholds)
  const inColour = match.colours <= thresholds.colour
  const colourReason = first.reasons.find((reason) => reason === 'recoloured' || reason === 'grey')
  // If both show the whole picture, the hash saw just as much, and found a difference in a detail. An overlay has colours
  // of its own.
  const isSame = isOpen
    ? agreement === 'wholly' && match.beyond !== 'nothing'
    : !colourReason || differences.includes('overlaid')
  if (inColour && (isSame || first.verdict === 'same'))
    return { ...first, verdict: 'same', reasons: sorted([...first.reasons, ...differences], colourReason) }
  if (!isOpen) return { ...first, reasons: sorted([...first.reasons, ...differences]) }
  if (!inColour && agreement === 'partly') return first
  const colour = inColour ? [] : [otherColour(query.plain.colours, other.plain.colours)]
  return { ...first, verdict: 'probably', reasons: sorted([...differences, ...colour]) }
}

const ORDER: PhotoReason[] = ['mirrored', 'trimmed', 'cropped', 'overlaid', 'recoloured', 'grey']

function sorted(reasons: PhotoReason[], without?: PhotoReason): PhotoReason[] {
  return ORDER.filter((reason) => reason !== without && reasons.includes(reason))
}

function judgeHashes(query: PhotoHash, other: PhotoHash, thresholds: Thresholds): PhotoJudgement {
  if (query.method !== other.method) return cannotCompare(['other-method'])
  const { minQuality, probably } = thresholds
  const ways = comparisons(query, other)
  const good = ways.filter(({ quality }) => Math.min(quality.query, quality.other) >= minQuality)
  // A few bits are chance: not the nearest comparison that suffices counts but the simplest one, or a nearly symmetrical
  // product would be called mirrored.
  const within = (bits: number) => good.filter(({ distance }) => distance <= bits)
  const inColour = (way: Comparison) => otherColours(way, thresholds) === undefined
  const same = within(thresholds.same).find(inColour)
  if (same) return { verdict: 'same', distance: same.distance, reasons: reasonsOf(same, thresholds) }
  // If the brightness differs more, the colours have to agree; if the colours differ, the brightness has to.
  const near = within(probably).find(inColour) ?? within(thresholds.same)[0]
  if (near) return { verdict: 'probably', distance: near.distance, reasons: reasonsOf(near, thresholds) }
  if (good.length === 0) return cannotCompare(flatSides(ways, minQuality))
  // Two that look alike as far as can be seen are not called different for the little that was left to compare.
  const alike = ways.find((way) => way.distance <= probably && !good.includes(way))
  if (alike) return cannotCompare(flatSides([alike], minQuality))
  return { verdict: 'other', distance: Math.min(...good.map(({ distance }) => distance)), reasons: [] }
}

function cannotCompare(reasons: PhotoReason[]): PhotoJudgement {
  return { verdict: 'cannot-compare', distance: null, reasons }
}

function reasonsOf(way: Comparison, thresholds: Thresholds): PhotoReason[] {
  const colour = otherColours(way, thresholds)
  const shape = (['mirrored', 'trimmed'] as const).filter((reason) => way[reason])
  return colour ? [...shape, colour] : shape
}

function otherColours(
  { colours: { query, other } }: Comparison,
  { colour }: Thresholds,
): 'grey' | 'recoloured' | undefined {
  return colourDistance(query, other) <= colour ? undefined : otherColour(query, other)
}

function otherColour(query: Colours, other: Colours): 'grey' | 'recoloured' {
  return isGrey(query) || isGrey(other) ? 'grey' : 'recoloured'
}

/** Which sides are too flat in all of these comparisons. */
function flatSides(ways: readonly Comparison[], minQuality: number): PhotoReason[] {
  const isFlat = (side: 'query' | 'other') => ways.every(({ quality }) => quality[side] < minQuality)
  return (['query', 'other'] as const).filter(isFlat).map((side) => `${side}-flat` as const)
}
