import type { PhotoPlan } from './photo.ts'
import type { Product } from './product.ts'
import { seeded } from './random.ts'
import { SCENES } from './scene.ts'

/** What a seller did to a photo that somebody else took. */
export type PhotoEdit = 'none' | 'cropped' | 'watermarked'

export interface OfferPhoto {
  plan: PhotoPlan
  /** JPEG */
  quality: number
  /** the very photo of the product's offer with this number, only encoded again */
  copyOf?: number
  /** Missing from a photo of one's own. */
  edit?: PhotoEdit
}

/** How many suppliers sell the product, and how each of them photographed it. */
export function photosOf(product: Product): OfferPhoto[] {
  const random = seeded(`photos ${product.id}`)
  const first: OfferPhoto = { plan: { scene: 'white', fill: 0.68, ...straight }, quality: 88 }
  const other: OfferPhoto = {
    plan: {
      scene: random.pick(SCENES.slice(1)),
      fill: random.between(0.54, 0.72),
      shift: [random.between(-0.04, 0.04), random.between(-0.03, 0.05)],
      mirrored: random.chance(0.4),
      tilt: random.pick([-9, -5, 0, 0, 5, 9]),
      brightness: random.between(0.95, 1.05),
    },
    quality: 84,
  }
  const third = random.pick([again, fromFarther, cutByTheFrame])(random.next())
  const fourth = random.pick([fromFarther, cutByTheFrame])(random.next())
  const count = product.hue === 0 ? random.pick([2, 2, 3, 4]) : 2
  return [first, other, third, fourth].slice(0, count)
}

const straight = { shift: [0, 0.01], mirrored: false, tilt: 0, brightness: 1 } as const

function again(): OfferPhoto {
  return { plan: { scene: 'white', fill: 0.68, ...straight }, quality: 58, copyOf: 0 }
}

function fromFarther(chance: number): OfferPhoto {
  const scene = SCENES[Math.floor(chance * SCENES.length)] ?? 'grey'
  return {
    plan: { ...straight, scene, fill: 0.42, shift: [chance * 0.2 - 0.1, 0.06], tilt: chance * 16 - 8 },
    quality: 86,
  }
}

/** Nearer: one side of the product is outside. */
function cutByTheFrame(chance: number): OfferPhoto {
  const scene = SCENES[Math.floor(chance * SCENES.length)] ?? 'grey'
  return { plan: { ...straight, scene, fill: 0.86, shift: [chance < 0.5 ? -0.15 : 0.15, 0] }, quality: 86 }
}
