import { hashPhoto, type PhotoHash } from '@find-on-1688/shared'
import sharp from 'sharp'
import { BASE_PRODUCTS } from '../../fakes/gateway/catalogue/base-products.ts'
import { emojiFile } from '../../fakes/gateway/catalogue/cutout.ts'
import { SYNTHETIC_PHOTOS, syntheticPhoto } from '../../images/synthetic/index.ts'

/** Every other photo: half of them are enough here. */
const STEP = 2
const PRODUCTS = 24
const SIDE = 800
const THUMBNAIL = 220

/** JPEGs of at most 800 px a side, by name: synthetic photos of things and places, and products before white. */
export async function makePictures(): Promise<Map<string, Buffer>> {
  const photos = SYNTHETIC_PHOTOS.filter((_, at) => at % STEP === 0)
  const products = BASE_PRODUCTS.slice(0, PRODUCTS).map(([emoji]) => [emoji, emojiFile(emoji)] as const)
  const made = [
    ...photos.map(async (name) => [name, await syntheticPhoto(name, SIDE)] as const),
    ...products.map(async ([name, file]) => [name, await productOnWhite(file)] as const),
  ]
  return new Map(await Promise.all(made))
}

function productOnWhite(file: string): Promise<Buffer> {
  const margin = { top: 110, bottom: 150, left: 130, right: 130, background: '#fff' }
  return sharp(file)
    .resize(540)
    .flatten({ background: '#fff' })
    .extend(margin)
    .jpeg({ quality: 85 })
    .toBuffer()
}

/** The hash of a searched picture. */
export async function hashOf(picture: Buffer): Promise<PhotoHash> {
  const { data, info } = await sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return hashPhoto({ data, width: info.width, height: info.height })
}

/** The hash of an offer, from its thumbnail. */
export async function hashOfThumbnail(picture: Buffer): Promise<PhotoHash> {
  const thumbnail = sharp(picture).resize(THUMBNAIL, THUMBNAIL, { fit: 'inside' })
  return hashOf(await thumbnail.jpeg({ quality: 75 }).toBuffer())
}
