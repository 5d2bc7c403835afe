import { type Colours, colourDistance, isGrey } from './colours.ts'
import { type Comparison, comparisons } from './distance.ts'
import { agreementIn, differencesOf, partialMatch } from './partial-match.ts'
import { THRESHOLDS, type Thresholds } from './thresholds.ts'
import type { PhotoHash } from './variants.ts'

/** Of the picture alone: one photo never proves one product, and two photos never two products. */
export type PhotoVerdict = 'same' | 'probably' | 'other' | 'cannot-compare'

/**
 * How two photos differ that match: `mirrored`, `trimmed` where one has a border, `cropped` where one shows a part of the
 * other, `overlaid` where something is laid over one of them. Why a match may be no more than probable: `recoloured`, or
 * `grey` where one has no colours and the other has. Or why nothing can be said: one of the two is too flat, or they were
 * hashed in different ways.
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
  /** bits of 256 that differ; null where nothing can be said */
  distance: number | null
  reasons: PhotoReason[]
}

/**
 * Whether two pictures are one photo, however it was recompressed, resized, framed, mirrored or cropped, and whatever was
 * laid over a small part of it. One in other colours may be the photo of another colour of the thing, and a grey one too:
 * these are probable at most.
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
  const paled = first.reasons.find((reason) => reason === 'recoloured' || reason === 'grey')
  // Where nothing is missing and nothing is beyond, the hash sees no less: it found a difference in a detail. And what is
  // laid over a picture has colours of its own.
  const isSame = isOpen
    ? agreement === 'wholly' && match.beyond !== 'nothing'
    : !paled || differences.includes('overlaid')
  if (inColour && (isSame || first.verdict === 'same'))
    return { ...first, verdict: 'same', reasons: sorted([...first.reasons, ...differences], paled) }
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
  return colourDistance(query, other) <= colour ? undefined : otherColour(query, other)
}

function otherColour(query: Colours, other: Colours): 'grey' | 'recoloured' {
  return isGrey(query) || isGrey(other) ? 'grey' : 'recoloured'
}

/** Who is too flat in each of these ways. */
function flatSides(ways: readonly Comparison[], minQuality: number): PhotoReason[] {
  const isFlat = (side: 'query' | 'other') => ways.every(({ quality }) => quality[side] < minQuality)
  return (['query', 'other'] as const).filter(isFlat).map((side) => `${side}-flat` as const)
}
