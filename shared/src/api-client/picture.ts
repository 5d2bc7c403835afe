import { LIMITS } from '../limits.ts'
import { pictureFormat } from '../picture/format.ts'
import { ApiError } from './failure.ts'

/** The bytes of a JPEG or PNG, or the address of a picture, which the worker hands on to 1688. */
export type Picture = Uint8Array | ArrayBuffer | Blob | { imageUrl: string }

export interface PictureBody {
  body: Uint8Array<ArrayBuffer> | string
  contentType: string
  isAddress: boolean
}

/** @throws ApiError `image_too_large`, before anything is sent */
export async function bodyOf(picture: Picture): Promise<PictureBody> {
  if ('imageUrl' in picture)
    return {
      body: JSON.stringify({ imageUrl: picture.imageUrl }),
      contentType: 'application/json',
      isAddress: true,
    }
  const size = picture instanceof Blob ? picture.size : picture.byteLength
  if (size > LIMITS.pictureBytes)
    throw new ApiError('image_too_large', 'The picture may not exceed 5 MiB: send a smaller one.')
  // A copy: it may be sent again, when the caller has long changed its own.
  const body = new Uint8Array(picture instanceof Blob ? await picture.arrayBuffer() : picture)
  const contentType = pictureFormat(body) === 'png' ? 'image/png' : 'image/jpeg'
  return { body: picture instanceof ArrayBuffer ? body.slice() : body, contentType, isAddress: false }
}
