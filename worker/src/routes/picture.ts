import { AppError, jpegSize, LIMITS, pictureFormat, pngSize } from '@find-on-1688/shared'

/**
 * Checks a picture by its magic bytes and header, never by its Content-Type.
 *
 * @throws AppError `image_unsupported` for anything but JPEG and PNG, `image_too_large` for a side over the limit
 */
export function checkPicture(bytes: Uint8Array): { width: number; height: number; notes: string[] } {
  if (bytes.length === 0)
    throw new AppError('image_unsupported', 'The body is empty: send the bytes of a picture.')
  const format = pictureFormat(bytes)
  if (format && format !== 'jpeg' && format !== 'png')
    throw new AppError('image_unsupported', `The picture is ${format.toUpperCase()}; send it as JPEG or PNG.`)
  if (!format && isText(bytes))
    throw new AppError(
      'image_unsupported',
      'The body is text, such as base64 or JSON: send the bytes themselves.',
    )
  if (wasReadAsText(bytes))
    throw new AppError(
      'image_unsupported',
      'The picture was read as text on its way, and is damaged: read and send it as bytes.',
    )
  const size = format === 'jpeg' ? jpegSize(bytes) : format && pngSize(bytes)
  if (!size) throw new AppError('image_unsupported', 'This is not a JPEG or PNG, or its header is damaged.')
  const { width, height } = size
  const maxSide = LIMITS.pictureSidePx
  if (width > maxSide || height > maxSide)
    throw new AppError(
      'image_too_large',
      `The picture is ${width}×${height}; the limit is ${maxSide} pixels a side.`,
    )
  const small = width < LIMITS.recommendedSidePx || height < LIMITS.recommendedSidePx
  const notes = small
    ? [
        `The picture is only ${width}×${height} pixels. 1688 recommends at least 300×300; matches may be poor.`,
      ]
    : []
  return { width, height, notes }
}

/** Base64, JSON, a form or markup: no picture begins with so many printable characters. */
function isText(bytes: Uint8Array): boolean {
  return bytes
    .subarray(0, 64)
    .every((byte) => (byte >= 0x20 && byte < 0x7f) || byte === 0x0a || byte === 0x0d || byte === 0x09)
}

/** What is no text becomes U+FFFD: both kinds of picture begin so. */
function wasReadAsText(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbf && bytes[2] === 0xbd
}
