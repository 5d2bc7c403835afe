import { LIMITS } from '@find-on-1688/shared'
import { fail } from '../failure.ts'
import type { Sent } from '../search/state.ts'
import type { Crop } from './capture.ts'

/**
 * Decodes a picture, cuts out the crop, reduces it to at most 800 pixels a side, on white, and encodes it as JPEG. No
 * metadata comes along, and a small picture is not enlarged.
 *
 * @throws FailureError `picture_undecodable`
 */
export async function reduce(
  picture: Blob,
  how: Sent['how'],
  cropFor?: (width: number) => Crop,
  partly = false,
): Promise<Sent> {
  const decoded = await createImageBitmap(picture).catch(() => fail('picture_undecodable'))
  const crop = cropFor?.(decoded.width) ?? { x: 0, y: 0, width: decoded.width, height: decoded.height }
  const { width, height } = fitInto(LIMITS.sentSidePx, crop.width, crop.height)
  const resized = await createImageBitmap(decoded, crop.x, crop.y, crop.width, crop.height, {
    resizeWidth: width,
    resizeHeight: height,
    resizeQuality: 'high',
  })
  decoded.close()
  const jpeg = await encode(resized)
  return {
    dataUrl: await dataUrl(jpeg),
    bytes: jpeg.size,
    width,
    height,
    how,
    fromWidth: crop.width,
    fromHeight: crop.height,
    partly,
  }
}

export function fitInto(side: number, width: number, height: number): { width: number; height: number } {
  const scale = Math.min(1, side / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

async function encode(bitmap: ImageBitmap): Promise<Blob> {
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
  const context = canvas.getContext('2d', { alpha: false })
  if (!context) return fail('picture_undecodable')
  // JPEG knows no transparency: what is clear would come out black.
  context.fillStyle = '#fff'
  context.fillRect(0, 0, bitmap.width, bitmap.height)
  context.drawImage(bitmap, 0, 0)
  bitmap.close()
  return canvas.convertToBlob({ type: 'image/jpeg', quality: LIMITS.sentQuality })
}

async function dataUrl(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer())
  let binary = ''
  for (let at = 0; at < bytes.length; at += 8192)
    binary += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return `data:${blob.type};base64,${btoa(binary)}`
}
