import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { describeForIndex, INDEX_FLOATS } from '../match/analyse.ts'
import { readPicture } from '../match/pixels.ts'
import { copyPhoto } from './copied-photo.ts'
import { takePhoto } from './photo.ts'
import type { Product } from './product.ts'
import type { OfferPhoto } from './shoot.ts'

export interface PlannedPicture {
  /** without `.jpg` */
  picture: string
  product: Pick<Product, 'emoji' | 'hue'>
  photo: OfferPhoto
}

export const DESCRIPTORS = 'descriptors.bin'
const AT_ONCE = 4

/** Makes all pictures and, in the plan's order, their descriptors. */
export async function makePictures(plan: readonly PlannedPicture[], folder: string): Promise<void> {
  const descriptors = new Float32Array(plan.length * INDEX_FLOATS)
  const make = async (planned: PlannedPicture, index: number) => {
    const jpeg = await encode(planned)
    await writeFile(join(folder, `${planned.picture}.jpg`), jpeg)
    descriptors.set(describeForIndex(await readPicture(jpeg)), index * INDEX_FLOATS)
  }
  const waiting = plan.entries()
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const [index, planned] of waiting) await make(planned, index)
    }),
  )
  await writeFile(join(folder, DESCRIPTORS), new Uint8Array(descriptors.buffer))
}

async function encode({ product, photo }: PlannedPicture): Promise<Buffer> {
  const picture = await takePhoto(product, photo.plan)
  if (photo.edit) {
    const copy = await copyPhoto(await picture.jpeg({ quality: 90 }).toBuffer(), photo.edit)
    return copy.jpeg({ quality: photo.quality }).toBuffer()
  }
  if (photo.copyOf === undefined) return picture.jpeg({ quality: photo.quality }).toBuffer()
  const first = await picture.jpeg({ quality: 88 }).toBuffer()
  return sharp(first).jpeg({ quality: photo.quality }).toBuffer()
}
