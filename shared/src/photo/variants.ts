import { type Colours, coloursOf } from './colours.ts'
import { type Box, lumaOf, type Pixels } from './luma.ts'
import { type Pdq, pdq } from './pdq.ts'
import { toSquare } from './resample.ts'
import { type Thumbnail, thumbnailOf } from './thumbnail.ts'
import { trim } from './trim.ts'

/** Named in every hash: another way to reduce, trim or hash is another name, and hashes of two names are not compared. */
export const PHOTO_METHOD = 'pdq-lanczos-64/3'

/** A picture with or without its border. The hash knows brightness alone, the colours are beside it. */
export interface Variant extends Pdq {
  colours: Colours
}

/** What is kept of a photo to recognise it again: up to 2,000 characters of JSON, the thumbnail's among them. */
export interface PhotoHash {
  method: string
  /** the picture as it is */
  plain: Variant
  /** without its border, where it has one */
  trimmed?: Variant
  /** for partial matches: of the picture as it is */
  thumbnail: Thumbnail
}

/**
 * @param pixels at the size at which the picture was decoded: a canvas must not have reduced it
 * @throws RangeError where sides and bytes do not belong together
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

/** The same picture with and without its border, or the one that there is. */
export function variantsOf({ plain, trimmed }: PhotoHash): Variant[] {
  return trimmed ? [plain, trimmed] : [plain]
}
