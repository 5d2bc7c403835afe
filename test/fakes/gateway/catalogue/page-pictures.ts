import sharp from 'sharp'
import type { Offer } from './offer.ts'
import { takePhoto } from './photo.ts'
import type { Product } from './product.ts'
import { seeded } from './random.ts'
import { SCENES } from './scene.ts'
import type { OfferPhoto } from './shoot.ts'
import { variantPictureName } from './variants.ts'

const MOST_VIEWS = 4

/** What an offer's page shows beside the picture of search results: names on the picture host, without `.jpg`. */
interface PagePictures {
  /** The picture of search results first, further views, then the pictures of its colours. */
  images: string[]
  /** The product alone, on white; half of the sellers give none. */
  whiteImage: string | null
}

export function pagePicturesOf({
  offerId,
  picture,
  variants,
}: Pick<Offer, 'offerId' | 'picture' | 'variants'>): PagePictures {
  const random = seeded(`page pictures of ${offerId}`)
  const views = Array.from({ length: random.whole(0, MOST_VIEWS) }, (_, at) => `${picture}~v${at + 1}`)
  const colours = variants.flatMap((variant) =>
    variant.picture?.kind === 'colour' ? [variantPictureName(picture, variant.picture)] : [],
  )
  return {
    images: [picture, ...views, ...colours],
    whiteImage: random.chance(0.5) ? `${picture}~w` : null,
  }
}

/** The offer's picture and the number of the view, 0 for that on white; `undefined` for any other picture. */
export function pagePictureOf(name: string): { offerPicture: string; view: number } | undefined {
  const [, offerPicture = '', view] = /^(.+)~(?:v([1-9])|w)$/.exec(name) ?? []
  return offerPicture ? { offerPicture, view: Number(view ?? 0) } : undefined
}

/** As the seller took it for the page: from another side, in other light, or close. A JPEG of 800 × 800 px. */
export async function takePagePicture(
  product: Pick<Product, 'emoji' | 'hue'>,
  { plan, quality }: OfferPhoto,
  view: number,
): Promise<Buffer> {
  if (view === 0) {
    const white = {
      scene: 'white',
      fill: 0.84,
      shift: [0, 0],
      mirrored: false,
      tilt: 0,
      brightness: 1,
    } as const
    return (await takePhoto(product, white)).jpeg({ quality: 92 }).toBuffer()
  }
  const scene = SCENES[(SCENES.indexOf(plan.scene) + 2 * view) % SCENES.length] ?? 'grey'
  const isClose = view === 2
  const picture = await takePhoto(product, {
    ...plan,
    scene,
    fill: isClose ? 1.2 : 0.5,
    mirrored: view % 2 === 1 ? !plan.mirrored : plan.mirrored,
    tilt: plan.tilt + 6 * view,
  })
  return sharp(await picture.png().toBuffer())
    .jpeg({ quality })
    .toBuffer()
}
