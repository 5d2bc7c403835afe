import { lumaOf, type Pixels } from './luma.ts'
import { type Pdq, pdq } from './pdq.ts'
import { trim } from './trim.ts'

/** Named in every hash: another way to reduce, trim or hash is another name, and hashes of two names are not compared. */
export const PHOTO_METHOD = 'pdq-lanczos-64/1'

/** What is kept of a photo to recognise it again: about 300 characters of JSON, from which no picture can be made. */
export interface PhotoHash {
  method: string
  /** the picture as it is */
  plain: Pdq
  /** without its border, where it has one */
  trimmed?: Pdq
}

/**
 * @param pixels at the size at which the picture was decoded: a canvas must not have reduced it
 * @throws RangeError where sides and bytes do not belong together
 */
export function hashPhoto(pixels: Pixels): PhotoHash {
  const luma = lumaOf(pixels)
  const box = trim(luma)
  return { method: PHOTO_METHOD, plain: pdq(luma), ...(box && { trimmed: pdq(luma, box) }) }
}

/** The same picture with and without its border, or the one that there is. */
export function variantsOf({ plain, trimmed }: PhotoHash): Pdq[] {
  return trimmed ? [plain, trimmed] : [plain]
}
