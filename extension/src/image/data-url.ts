import { fitInto } from '../model/box.ts'
import { scale } from './resize.ts'

const THUMBNAIL_SIDE_PX = 96
const THUMBNAIL_QUALITY = 0.8

/** A JPEG of at most `sidePx` a side, as a `data:` address; empty if none can be made. */
export async function thumbnailOf(dataUrl: string, sidePx = THUMBNAIL_SIDE_PX): Promise<string> {
  try {
    return await dataUrlOf(await thumbnailJpeg(await (await fetch(dataUrl)).blob(), sidePx))
  } catch {
    return ''
  }
}

/** @throws what decoding throws */
export async function thumbnailJpeg(file: Blob, sidePx = THUMBNAIL_SIDE_PX): Promise<Blob> {
  const picture = await createImageBitmap(file)
  const { width, height } = picture
  const canvas = await scale(picture, { x: 0, y: 0, width, height }, fitInto(sidePx, width, height))
  picture.close()
  return canvas.convertToBlob({ type: 'image/jpeg', quality: THUMBNAIL_QUALITY })
}

export async function dataUrlOf(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer())
  let binary = ''
  for (let at = 0; at < bytes.length; at += 8192)
    binary += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return `data:${blob.type};base64,${btoa(binary)}`
}
