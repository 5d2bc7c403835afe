import { distance, judgePhotos, type PhotoHash } from '@find-on-1688/shared'

/** An offer with the hash of its picture. */
export interface HashedOffer {
  offerId: string
  /** null where the offer does not say whose it is */
  supplier: string | null
  hash: PhotoHash
}

/** How an offer's picture differs from the photo that it is. */
export interface PhotoUse {
  offerId: string
  mirrored: boolean
  trimmed: boolean
  cropped: boolean
  overlaid: boolean
}

/** One photo and the offers that show it, in their order. */
export interface ReusedPhoto {
  /** It is the photo that was searched for. Where it is not, it is that of the first of its offers. */
  isQuery: boolean
  uses: PhotoUse[]
  /** How many suppliers show it, as far as they are named. */
  suppliers: number
  /** Of how many of its offers the supplier is not named. */
  unnamed: number
}

type Marks = Omit<PhotoUse, 'offerId'>

const PLAIN: Marks = { mirrored: false, trimmed: false, cropped: false, overlaid: false }

/**
 * Bits: what is further apart is not looked at again. Two photos that have nothing to do with each other are further apart
 * but for one pair in fifty, and a part of a photo seldom is; the offers of a list are thousands of pairs.
 */
const WORTH_A_LOOK = 96

/**
 * Which offers have their photo in common, with the query or with each other. An offer belongs to a photo where its
 * picture is the same as any that belongs to it, "probably" is not enough; so at the ends of a chain two may differ more.
 * The query's photo comes first, then by the number of suppliers. What one offer alone shows is left out.
 */
export function reuseOf(items: readonly HashedOffer[], query?: PhotoHash): ReusedPhoto[] {
  const left = new Set(items)
  const ofQuery = query ? usesOf({ hash: query, ...PLAIN }, left) : []
  const found = ofQuery.length > 0 ? [reuse(true, ofQuery, items)] : []
  const others: ReusedPhoto[] = []
  for (const item of items) {
    if (!left.delete(item)) continue
    const first = { ...item, ...PLAIN }
    const further = usesOf(first, left)
    if (further.length > 0) others.push(reuse(false, [first, ...further], items))
  }
  return [...found, ...others.sort((one, other) => weight(other) - weight(one))]
}

type Found = HashedOffer & PhotoUse

/** What is the same as the first, what is the same as that, and so on. Takes them out of those that are left. */
function usesOf(first: Marks & { hash: PhotoHash }, left: Set<HashedOffer>): Found[] {
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

/** Whether they can be the same at all: nearly all pairs cannot, and to judge each takes a hundred times as long. */
function isNear(one: PhotoHash, other: PhotoHash): boolean {
  const mine = [one.plain, ...(one.trimmed ? [one.trimmed] : [])]
  const theirs = [other.plain, ...(other.trimmed ? [other.trimmed] : [])]
  return mine.some(({ hash, mirrored }) =>
    theirs.some(
      (their) => Math.min(distance(hash, their.hash), distance(mirrored, their.hash)) <= WORTH_A_LOOK,
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
