import sharp from 'sharp'
import { takePhoto } from './photo.ts'
import type { Product } from './product.ts'
import type { OfferPhoto } from './shoot.ts'
import type { VariantPicture } from './variants.ts'

/** The picture of a variant, in the scene of its offer's: a JPEG of size × size px. */
export async function takeVariantPhoto(
  { emoji, hue }: Pick<Product, 'emoji' | 'hue'>,
  { plan, quality }: OfferPhoto,
  picture: VariantPicture,
  size = 800,
): Promise<Buffer> {
  if (picture.kind === 'pack') return takePack({ emoji, hue }, { plan, quality }, picture.pieces, size)
  const thing = {
    offer: { emoji, hue },
    colour: { emoji, hue: picture.kind === 'colour' ? picture.hue : hue },
    accessory: { emoji: picture.kind === 'accessory' ? picture.emoji : emoji, hue: 0 },
  }[picture.kind]
  return (await takePhoto(thing, plan, size)).jpeg({ quality }).toBuffer()
}

/** As many as are sold together, side by side and above each other. */
async function takePack(
  thing: Pick<Product, 'emoji' | 'hue'>,
  { plan, quality }: OfferPhoto,
  pieces: number,
  size: number,
): Promise<Buffer> {
  const columns = Math.ceil(Math.sqrt(pieces))
  const side = Math.floor(size / columns)
  const one = await (await takePhoto(thing, plan, side)).png().toBuffer()
  const input = Array.from({ length: pieces }, (_, at) => ({
    input: one,
    left: (at % columns) * side,
    top: Math.floor(at / columns) * side,
  }))
  const ground = { create: { width: size, height: size, channels: 3, background: '#fff' } } as const
  return sharp(ground).composite(input).jpeg({ quality }).toBuffer()
}
