import { type Colours, coloursOf } from './colours.ts'
import { type Box, lumaOf, type Pixels } from './luma.ts'
import { type Pdq, pdq } from './pdq.ts'
import { toSquare } from './resample.ts'
import { type Thumbnail, thumbnailOf } from './thumbnail.ts'
import { trim } from './trim.ts'

/** Part of every hash. Another way to reduce, trim or hash needs another name; hashes with different names are not compared. */
export const PHOTO_METHOD = 'pdq-lanczos-64/3'

/** A picture with or without its border. The hash knows only brightness, so the colours come with it. */
export interface Variant extends Pdq {
  colours: Colours
}

/** What is stored of a photo to recognise it: up to 2,000 characters of JSON, thumbnail included. */
export interface PhotoHash {
  method: string
  /** the picture as it is */
  plain: Variant
  /** without its border, if it has one */
  trimmed?: Variant
  /** of the picture as it is, for partial matches */
  thumbnail: Thumbnail
}

/**
 * @param pixels at the size at which the picture was decoded, not reduced by a canvas
 * @throws RangeError if the sides do not match the number of bytes
 */
export function hashPhoto(pixels: Pixels): PhotoHash {
  const luma = lumaOf(pixels)
  const square = toSquare(luma)
  const box = trim(luma)
  return {
    method: PHOTO_METHOD,
    plain: variant(pixels, square),
    ...(box && { trimmed: variant(pixels, toSquare(luma, box), box) }),
    thumbnail: thumbnailOf(pixels, square),
  }
}

function variant(pixels: Pixels, square: Float64Array, box?: Box): Variant {
  return { ...pdq(square), colours: coloursOf(pixels, box) }
}

/** The picture with its border and, if it has one, without. */
export function variantsOf({ plain, trimmed }: PhotoHash): Variant[] {
  return trimmed ? [plain, trimmed] : [plain]
}
