import { distance, judgePhotos, type PhotoHash, THRESHOLDS } from '@find-on-1688/shared'

/** An offer with the hash of its picture. */
export interface Hashed {
  offerId: string
  /** null where the offer does not say whose it is */
  supplier: string | null
  hash: PhotoHash
}

/** How an offer's picture differs from the photo that it is. */
export interface Use {
  offerId: string
  mirrored: boolean
  trimmed: boolean
}

/** One photo and the offers that show it, in their order. */
export interface Reuse {
  /** It is the photo that was searched for. Where it is not, it is that of the first of its offers. */
  isQuery: boolean
  uses: Use[]
  /** How many suppliers show it, as far as they are named. */
  suppliers: number
  /** Of how many of its offers the supplier is not named. */
  unnamed: number
}

/**
 * Which offers have their photo in common, with the query or with each other. An offer belongs to a photo where its
 * picture is the same as any that belongs to it, "probably" is not enough; so at the ends of a chain two may differ more.
 * The query's photo comes first, then by the number of suppliers. What one offer alone shows is left out.
 */
export function reuseOf(items: readonly Hashed[], query?: PhotoHash): Reuse[] {
  const left = new Set(items)
  const ofQuery = query ? usesOf({ hash: query, mirrored: false, trimmed: false }, left) : []
  const found = ofQuery.length > 0 ? [reuse(true, ofQuery, items)] : []
  const others: Reuse[] = []
  for (const item of items) {
    if (!left.delete(item)) continue
    const first = { ...item, mirrored: false, trimmed: false }
    const further = usesOf(first, left)
    if (further.length > 0) others.push(reuse(false, [first, ...further], items))
  }
  return [...found, ...others.sort((one, other) => weight(other) - weight(one))]
}

type Found = Hashed & Use

/** What is the same as the first, what is the same as that, and so on. Takes them out of those that are left. */
function usesOf(first: Omit<Use, 'offerId'> & { hash: PhotoHash }, left: Set<Hashed>): Found[] {
  const found: Found[] = []
  for (let near: typeof first | undefined = first, at = 0; near; near = found[at++])
    for (const item of left) {
      if (!isNear(near.hash, item.hash)) continue
      const { verdict, reasons } = judgePhotos(near.hash, item.hash)
      if (verdict !== 'same') continue
      left.delete(item)
      // The mirror image of a mirror image is the photo itself.
      const mirrored = near.mirrored !== reasons.includes('mirrored')
      found.push({ ...item, mirrored, trimmed: near.trimmed || reasons.includes('trimmed') })
    }
  return found
}

/** Whether they can be the same at all: nearly all pairs cannot, and to judge each takes ten times as long. */
function isNear(one: PhotoHash, other: PhotoHash): boolean {
  const mine = [one.plain, ...(one.trimmed ? [one.trimmed] : [])]
  const theirs = [other.plain, ...(other.trimmed ? [other.trimmed] : [])]
  return mine.some(({ hash, mirrored }) =>
    theirs.some(
      (their) => Math.min(distance(hash, their.hash), distance(mirrored, their.hash)) <= THRESHOLDS.same,
    ),
  )
}

function reuse(isQuery: boolean, found: Found[], items: readonly Hashed[]): Reuse {
  const order = new Map(items.map(({ offerId }, at) => [offerId, at]))
  const uses = found
    .map(({ offerId, mirrored, trimmed }) => ({ offerId, mirrored, trimmed }))
    .sort((one, other) => (order.get(one.offerId) ?? 0) - (order.get(other.offerId) ?? 0))
  const named = found.flatMap(({ supplier }) => (supplier === null ? [] : [supplier]))
  return { isQuery, uses, suppliers: new Set(named).size, unnamed: found.length - named.length }
}

function weight({ suppliers, unnamed }: Reuse): number {
  return suppliers + unnamed
}
