import { distance, judgePhotos, type PhotoHash } from '@find-on-1688/shared'

/** An offer with the hash of its picture. */
export interface HashedOffer {
  offerId: string
  /** null if the offer does not name it */
  supplier: string | null
  hash: PhotoHash
}

/** An offer that shows the photo, and how its picture differs. */
export interface PhotoUse {
  offerId: string
  mirrored: boolean
  trimmed: boolean
  cropped: boolean
  overlaid: boolean
}

/** One photo and the offers that show it, in the order of the list. */
export interface ReusedPhoto {
  /** Whether it is a searched photo; otherwise it is the photo of its first offer. */
  isQuery: boolean
  /** With several searched photos, the number of this one, from 2; missing for the first. */
  photo?: number
  uses: PhotoUse[]
  /** How many named suppliers show it. */
  suppliers: number
  /** How many of its offers do not name their supplier. */
  unnamed: number
}

type Differences = Omit<PhotoUse, 'offerId'>

const IDENTICAL: Differences = { mirrored: false, trimmed: false, cropped: false, overlaid: false }

/**
 * Pairs that differ in more bits are not judged. All but one in fifty pairs of unrelated photos differ more, and parts of
 * the same photo rarely do. The offers of a list make thousands of pairs.
 */
const MAX_NEAR_DISTANCE = 96

/**
 * Which offers share a photo, with the query or with each other. An offer belongs to a photo if its picture is the same as
 * any that belongs to it; "probably" is not enough. So the two ends of a chain may differ more. The searched photos come
 * first, in their order, then those with the most suppliers. Photos of a single offer are left out.
 */
export function reuseOf(
  items: readonly HashedOffer[],
  ...queries: readonly (PhotoHash | undefined)[]
): ReusedPhoto[] {
  const left = new Set(items)
  const found = queries.flatMap((query, at) => {
    const uses = query ? usesOf({ hash: query, ...IDENTICAL }, left) : []
    return uses.length > 0 ? [{ ...reuse(true, uses, items), ...(at > 0 && { photo: at + 1 }) }] : []
  })
  const others: ReusedPhoto[] = []
  for (const item of items) {
    if (!left.delete(item)) continue
    const first = { ...item, ...IDENTICAL }
    const moreUses = usesOf(first, left)
    if (moreUses.length > 0) others.push(reuse(false, [first, ...moreUses], items))
  }
  return [...found, ...others.sort((one, other) => weight(other) - weight(one))]
}

type Found = HashedOffer & PhotoUse

/** Everything the same as the first, everything the same as those, and so on. Removes them from `left`. */
function usesOf(first: Differences & { hash: PhotoHash }, left: Set<HashedOffer>): Found[] {
  const found: Found[] = []
  for (let near: typeof first | undefined = first, at = 0; near; near = found[at++])
    for (const item of left) {
      if (!isNear(near.hash, item.hash)) continue
      const { verdict, reasons } = judgePhotos(near.hash, item.hash)
      if (verdict !== 'same') continue
      left.delete(item)
      found.push({
        ...item,
        // The mirror image of a mirror image is the photo itself.
        mirrored: near.mirrored !== reasons.includes('mirrored'),
        trimmed: near.trimmed || reasons.includes('trimmed'),
        cropped: near.cropped || reasons.includes('cropped'),
        overlaid: near.overlaid || reasons.includes('overlaid'),
      })
    }
  return found
}

/** Whether they can be the same at all. Nearly all pairs cannot, and judging a pair takes a hundred times as long. */
function isNear(one: PhotoHash, other: PhotoHash): boolean {
  const variants = [one.plain, ...(one.trimmed ? [one.trimmed] : [])]
  const otherVariants = [other.plain, ...(other.trimmed ? [other.trimmed] : [])]
  return variants.some(({ hash, mirrored }) =>
    otherVariants.some(
      (otherVariant) =>
        Math.min(distance(hash, otherVariant.hash), distance(mirrored, otherVariant.hash)) <=
        MAX_NEAR_DISTANCE,
    ),
  )
}

function reuse(isQuery: boolean, found: Found[], items: readonly HashedOffer[]): ReusedPhoto {
  const order = new Map(items.map(({ offerId }, at) => [offerId, at]))
  const uses = found
    .map(({ supplier, hash, ...use }) => use)
    .sort((one, other) => (order.get(one.offerId) ?? 0) - (order.get(other.offerId) ?? 0))
  const named = found.flatMap(({ supplier }) => (supplier === null ? [] : [supplier]))
  return { isQuery, uses, suppliers: new Set(named).size, unnamed: found.length - named.length }
}

function weight({ suppliers, unnamed }: ReusedPhoto): number {
  return suppliers + unnamed
}
