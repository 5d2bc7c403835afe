import { readdir } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import sharp from 'sharp'
import { BASE_PRODUCTS } from '../../fakes/gateway/catalogue/base-products.ts'
import { emojiFile } from '../../fakes/gateway/catalogue/cutout.ts'
import { type PhotoPlan, takePhoto } from '../../fakes/gateway/catalogue/photo.ts'
import { allProducts } from '../../fakes/gateway/catalogue/product.ts'
import { seeded } from '../../fakes/gateway/catalogue/random.ts'
import { SCENES } from '../../fakes/gateway/catalogue/scene.ts'
import { photosOf } from '../../fakes/gateway/catalogue/shoot.ts'

type Kind = 'photo' | 'product' | 'drawing'

/** What is searched for, with everything that is made of it: what has one name is on one side of the split. */
export interface Picture {
  /** a photograph's file or an emoji's code */
  name: string
  kind: Kind
  make(): Promise<Buffer>
}

/** px, the longer side: as what a shop shows. */
const SIDE = 640
/** Animals, food and vehicles that the catalogue does not sell. */
const OTHERS = /^1f(3[2-7]|4[0-3]|6[89a]|9[89])[0-9a-f](-fe0f)?\.webp$/
/** Neighbours in the list of drawings are often the same thing from another side, and a quarter of them is enough. */
const STEP = 4

/**
 * Photographs of things and rooms, products on white, and drawings on backgrounds of many kinds.
 *
 * @param photographs files, which are read only when a picture is made
 */
export async function allPictures(photographs: readonly string[]): Promise<Picture[]> {
  return [...photographs.map(photo), ...products(), ...(await drawings())]
}

function photo(file: string): Picture {
  return {
    name: basename(file),
    kind: 'photo',
    make: () => sharp(file).resize(SIDE, SIDE, { fit: 'inside' }).jpeg(FINE).toBuffer(),
  }
}

function products(): Picture[] {
  return allProducts()
    .filter(({ hue }) => hue === 0)
    .map((product) => ({
      name: product.emoji,
      kind: 'product',
      make: () => shoot(product.emoji, 0, (photosOf(product)[0] as { plan: PhotoPlan }).plan),
    }))
}

async function drawings(): Promise<Picture[]> {
  const sold = new Set(BASE_PRODUCTS.map(([emoji]) => emoji))
  const files = (await readdir(dirname(emojiFile('1f45f')))).filter((file) => OTHERS.test(file)).sort()
  const names = files.map((file) => file.replace('.webp', '')).filter((name) => !sold.has(name))
  return names
    .filter((_, at) => at % STEP === 0)
    .map((name) => ({ name, kind: 'drawing', make: () => shoot(name, 0, planOf(name)) }))
}

function planOf(name: string): PhotoPlan {
  const random = seeded(`drawing ${name}`)
  return {
    scene: random.pick(SCENES),
    fill: random.between(0.5, 0.8),
    shift: [random.between(-0.08, 0.08), random.between(-0.08, 0.08)],
    mirrored: false,
    tilt: 0,
    brightness: 1,
  }
}

/** @param hue degrees */
export async function shoot(emoji: string, hue: number, plan: PhotoPlan): Promise<Buffer> {
  return (await takePhoto({ emoji, hue }, plan, SIDE)).jpeg(FINE).toBuffer()
}

const FINE = { quality: 90 }
