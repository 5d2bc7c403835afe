import { type Colours, mirrorColours } from './colours.ts'
import type { Hash } from './pdq.ts'
import { type PhotoHash, variantsOf } from './variants.ts'

/** One way to compare two photos. */
export interface Comparison {
  /** differing bits, from 0 for the same photo to 256; about 128 for unrelated photos */
  distance: number
  /** one of them is mirrored */
  mirrored: boolean
  /** at least one of them without its border */
  trimmed: boolean
  /** how much the distance is worth */
  quality: { query: number; other: number }
  /** compared in the same way */
  colours: { query: Colours; other: Colours }
}

const BITS = [0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4]

/** The number of bits that differ between two hashes. */
export function distance(one: Hash, other: Hash): number {
  let bits = 0
  for (let at = 0; at < one.length; at++) bits += BITS[digit(one, at) ^ digit(other, at)] as number
  return bits
}

/** A hexadecimal digit; parseInt would take most of a comparison's time. */
function digit(hash: Hash, at: number): number {
  const code = hash.charCodeAt(at)
  return code < 58 ? code - 48 : code - 87
}

/** Every way to compare two photos, the simplest first: as they are, trimmed, mirrored, both. */
export function comparisons(query: PhotoHash, other: PhotoHash): Comparison[] {
  return [false, true].flatMap((mirrored) =>
    variantsOf(query).flatMap((mine) =>
      variantsOf(other).map((theirs) => ({
        distance: distance(mirrored ? mine.mirrored : mine.hash, theirs.hash),
        mirrored,
        trimmed: mine !== query.plain || theirs !== other.plain,
        quality: { query: mine.quality, other: theirs.quality },
        colours: { query: mirrored ? mirrorColours(mine.colours) : mine.colours, other: theirs.colours },
      })),
    ),
  )
}

/**
 * The comparison with the least distance in which both have at least this quality, the simplest one of equals; undefined
 * if there is none.
 */
export function compare(query: PhotoHash, other: PhotoHash, minQuality = 0): Comparison | undefined {
  return comparisons(query, other)
    .filter(({ quality }) => Math.min(quality.query, quality.other) >= minQuality)
    .toSorted((one, another) => one.distance - another.distance)[0]
}
