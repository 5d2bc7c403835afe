import { dct, mirror } from './dct.ts'
import { qualityOf } from './quality.ts'

/** 256 bits as 64 hexadecimal digits, the highest frequency first, as in PDQ's reference. */
export type Hash = string

export interface Pdq {
  hash: Hash
  /** of the mirror image, left to right */
  mirrored: Hash
  /** from 0 for a flat picture to 100; below 50 the bits are mostly chance */
  quality: number
}

/**
 * The picture's perceptual hash: PDQ (https://github.com/facebook/ThreatExchange/tree/main/pdq) on a Lanczos reduction.
 * PDQ's reference reduces with box filters, so its hashes are close to these but not the same.
 * @param square 64 × 64 greys
 */
export function pdq(square: Float64Array): Pdq {
  const frequencies = dct(square)
  return {
    hash: bitsOf(frequencies),
    mirrored: bitsOf(mirror(frequencies)),
    quality: qualityOf(square),
  }
}

/** A bit is 1 if its frequency is above the lower median: 128 bits are, unless values are equal. */
export function bitsOf(frequencies: Float64Array): Hash {
  const median = frequencies.toSorted()[frequencies.length / 2 - 1] as number
  let hex = ''
  for (let at = frequencies.length - 4; at >= 0; at -= 4) {
    let digit = 0
    for (let bit = 3; bit >= 0; bit--)
      digit = digit * 2 + ((frequencies[at + bit] as number) > median ? 1 : 0)
    hex += digit.toString(16)
  }
  return hex
}
