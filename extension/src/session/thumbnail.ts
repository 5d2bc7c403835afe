import { fitInto } from '../image/fit-size.ts'
import { dataUrlOf } from '../image/reduce.ts'
import { scale } from '../image/resize.ts'

const SIDE_PX = 96
const QUALITY = 0.8

/** A small JPEG of a picture, at most 96 pixels a side, as a `data:` address; empty where none can be made. */
export async function thumbnailOf(dataUrl: string): Promise<string> {
  try {
    const picture = await createImageBitmap(await (await fetch(dataUrl)).blob())
    const { width, height } = picture
    const canvas = await scale(picture, { x: 0, y: 0, width, height }, fitInto(SIDE_PX, width, height))
    picture.close()
    return await dataUrlOf(await canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY }))
  } catch {
    return ''
  }
}
