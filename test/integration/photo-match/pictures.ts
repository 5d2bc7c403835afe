import { readdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { hashPhoto, type PhotoHash } from '@find-on-1688/shared'
import sharp from 'sharp'
import { emojiFile } from '../../fakes/gateway/catalogue/cutout.ts'
import { GOODS } from '../../fakes/gateway/catalogue/goods.ts'

/** Every other of the photographs: half of them are enough here and leave half for measuring. */
const STEP = 2
const PRODUCTS = 24
const THUMBNAIL = 220

/** JPEGs of at most 800 px a side, by name: photographs of things and rooms, and products before white. */
export async function makePictures(): Promise<Map<string, Buffer>> {
  const folder = join(
    dirname(createRequire(import.meta.url).resolve('@vendure/create/package.json')),
    'assets',
    'images',
  )
  const files = (await readdir(folder)).filter((name) => name.endsWith('.jpg')).sort()
  const photos = files.filter((_, at) => at % STEP === 0).map((name) => [name, join(folder, name)] as const)
  const products = GOODS.slice(0, PRODUCTS).map(([emoji]) => [emoji, emojiFile(emoji)] as const)
  const made = [
    ...photos.map(async ([name, file]) => [name, await photo(file)] as const),
    ...products.map(async ([name, file]) => [name, await productOnWhite(file)] as const),
  ]
  return new Map(await Promise.all(made))
}

function photo(file: string): Promise<Buffer> {
  return sharp(file).resize(800, 800, { fit: 'inside' }).jpeg({ quality: 85 }).toBuffer()
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

/** What is known of a picture that was searched for. */
export async function hashOf(picture: Buffer): Promise<PhotoHash> {
  const { data, info } = await sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return hashPhoto({ data, width: info.width, height: info.height })
}

/** What is known of an offer: its thumbnail alone. */
export async function hashOfThumbnail(picture: Buffer): Promise<PhotoHash> {
  const thumbnail = sharp(picture).resize(THUMBNAIL, THUMBNAIL, { fit: 'inside' })
  return hashOf(await thumbnail.jpeg({ quality: 75 }).toBuffer())
}
