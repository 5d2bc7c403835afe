import type { Offer } from './offer.ts'
import { makeOffer } from './offer.ts'
import type { Product } from './product.ts'
import { seeded } from './random.ts'
import type { OfferPhoto, PhotoEdit } from './shoot.ts'
import type { Supplier } from './suppliers.ts'
import { NOT_FOR_SALE } from './terms.ts'

/** A seller of whom it is known what it is. */
export interface KnownSupplier extends Supplier {
  role: 'factory' | 'trader'
}

/** Each factory makes things of one kind. The demo shop sells none of them. */
const MADE: Record<string, string[]> = {
  kitchen: ['1f373', '1f963'],
  household: ['1f9fa', '1f3fa'],
  tools: ['1f528', '1f512'],
  stationery: ['1f9ee', '1f4d2'],
}

const FACTORIES: Record<string, KnownSupplier> = {
  kitchen: factory('永康市棠麓霁厨具制品厂', '浙江省', '金华市', '永康市古山镇砚溪工业区18号', 9),
  household: factory('台州市岚桉蔚家居用品厂', '浙江省', '台州市', '黄岩区新前街道禾屿路66号2号厂房', 12),
  tools: factory('临沂市栎澜璟五金工具厂', '山东省', '临沂市', '河东区翎野工业园7号', 6),
  stationery: factory('汕头市沐栩澄文具制造有限公司', '广东省', '汕头市', '澄海区莲下镇蔚麓工业区B区3幢', 15),
}

/** Each of them sells what all the factories make. */
const TRADERS = [
  trader('义乌市翎屿禾贸易有限公司', '浙江省', '义乌市', '国际商贸城四区3楼16街30567', ['tp_member'], 3),
  trader('深圳市澜沐栎电子商务有限公司', '广东省', '深圳市', '龙岗区坂田街道跨境电商产业园B座', [], 2),
  trader(
    '广州市霁溪棠商贸有限公司',
    '广东省',
    '广州市',
    '白云区石井街道批发市场12档口',
    ['powerful_merchants', 'tp_member'],
    7,
  ),
] as const
const EDITS = ['none', 'cropped', 'watermarked'] as const satisfies PhotoEdit[]

interface Entry {
  product: Product
  photo: OfferPhoto
  offer: Offer
}

/**
 * Offers of factories, and of traders who show the factory's photo: as it is, cropped, or with a watermark of theirs. Every
 * state in which an offer cannot be bought occurs among the traders'.
 */
export function resoldOffers(products: readonly Product[]): Entry[] {
  return Object.entries(MADE)
    .flatMap(([kind, emojis]) => emojis.map((emoji) => ({ kind, id: `${emoji}@0` })))
    .flatMap(({ kind, id }, index) => {
      const product = products.find((each) => each.id === id)
      const maker = FACTORIES[kind]
      if (!product || !maker) throw new Error(`nobody makes ${id}`)
      const photo = photoBy(maker, product)
      const offer = makeOffer(product, FIRST_NUMBER, maker)
      const made = { product, photo, offer: { ...offer, terms: { ...offer.terms, status: 'published' } } }
      const resold = TRADERS.map((seller, at): Entry => {
        const offer = makeOffer(product, FIRST_NUMBER + 1 + at, seller)
        const turn = index * TRADERS.length + at
        const status = turn % 2 === 1 ? (NOT_FOR_SALE[(turn - 1) / 2] ?? 'published') : 'published'
        return {
          product,
          photo: { ...photo, quality: 80, edit: EDITS[(index + at) % EDITS.length] ?? 'none' },
          offer: { ...offer, terms: { ...offer.terms, status } },
        }
      })
      return [made, ...resold]
    })
}

/** Far above the numbers of those who photographed the product themselves. */
const FIRST_NUMBER = 100

function photoBy({ name }: Supplier, product: Product): OfferPhoto {
  const random = seeded(`photo of ${product.id} by ${name}`)
  const shift: [number, number] = [random.between(-0.03, 0.03), 0.02]
  const tilt = random.pick([-7, 4, 7])
  return {
    plan: {
      scene: random.pick(['sky', 'sand', 'mint']),
      fill: 0.6,
      shift,
      mirrored: false,
      tilt,
      brightness: 1,
    },
    quality: 90,
  }
}

function factory(name: string, province: string, city: string, street: string, years: number): KnownSupplier {
  const identities = ['super_factory', 'tp_member']
  return { name, province, city, street, years, identities, isGold: true, priceLevel: 0.85, role: 'factory' }
}

function trader(
  name: string,
  province: string,
  city: string,
  street: string,
  identities: string[],
  years: number,
): KnownSupplier {
  const isGold = identities.includes('powerful_merchants')
  return { name, province, city, street, years, identities, isGold, priceLevel: 1.2, role: 'trader' }
}
