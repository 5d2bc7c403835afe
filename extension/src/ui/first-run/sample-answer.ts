import type { Offer } from '@find-on-1688/shared'
import { dataUrlOf } from '../../image/data-url.ts'
import type { SentPicture } from '../../model/picture.ts'
import { NO_PAGE } from '../../model/picture.ts'
import type { Search } from '../../model/search.ts'
import { readPictureFile } from '../upload/submit-file.ts'

/** Drawn for the first page: not a real product. */
export const TRY_IT = '/try-it.webp'

/** What differs between the offers. Their titles and suppliers say that they are samples, wherever they are shown. */
interface Sample extends Pick<Offer, 'priceTiers' | 'minOrder' | 'monthlySales' | 'repurchaseRate'> {
  picture: string
  title: string
  translated: string
  place: string
  years: number
  badges: string[]
}

const tiers = (...pairs: [number, string][]) => pairs.map(([minQuantity, price]) => ({ minQuantity, price }))

const SAMPLES: Sample[] = [
  {
    picture: 'same',
    title: '示例：粉色儿童双肩书包',
    translated: 'Sample: pink school backpack for children',
    priceTiers: tiers([2, '24.80'], [100, '22.50'], [500, '20.90']),
    minOrder: 2,
    monthlySales: 3200,
    repurchaseRate: 0.38,
    place: '浙江 金华',
    years: 9,
    badges: ['super_factory'],
  },
  {
    picture: 'border',
    title: '示例：卡通书包 小学生双肩包',
    translated: 'Sample: cartoon school bag, primary school',
    priceTiers: tiers([1, '27.00'], [50, '25.50']),
    minOrder: 1,
    monthlySales: 860,
    repurchaseRate: 0.21,
    place: '河北 保定',
    years: 4,
    badges: ['powerful_merchants'],
  },
  {
    picture: 'mirrored',
    title: '示例：幼儿园背包 厂家批发',
    translated: 'Sample: kindergarten backpack, wholesale',
    priceTiers: tiers([50, '19.60'], [300, '18.20']),
    minOrder: 50,
    monthlySales: 1500,
    repurchaseRate: 0.3,
    place: '广东 广州',
    years: 6,
    badges: [],
  },
  {
    picture: 'recoloured',
    title: '示例：儿童双肩包 多色可选',
    translated: 'Sample: children’s backpack in several colours',
    priceTiers: tiers([10, '21.00'], [200, '19.80']),
    minOrder: 10,
    monthlySales: 410,
    repurchaseRate: null,
    place: '福建 泉州',
    years: 2,
    badges: [],
  },
  {
    picture: 'handbag',
    title: '示例：女士手提包',
    translated: 'Sample: women’s handbag',
    priceTiers: tiers([5, '33.00'], [100, '30.00']),
    minOrder: 5,
    monthlySales: null,
    repurchaseRate: 0.12,
    place: '广东 深圳',
    years: 11,
    badges: [],
  },
]

export interface SampleAnswer {
  search: Search
  picture: SentPicture
}

/** An answer that comes with the extension, pictures included: no request leaves the browser, and nothing of it is stored. */
export async function sampleAnswer(): Promise<SampleAnswer> {
  const [picture, ...pictures] = await Promise.all([
    fileAt(TRY_IT).then(readPictureFile),
    ...SAMPLES.map(async ({ picture: name }) => dataUrlOf(await fileAt(`/sample/${name}.webp`))),
  ])
  const offers = SAMPLES.map((sample, at) => offerOf(sample, at + 1, pictures[at] ?? null))
  const list = {
    state: 'done',
    offers,
    page: 1,
    total: offers.length,
    hasMore: false,
    notes: [],
    modesDiffer: false,
    provider: 'image-search',
  } as const
  const search: Search = {
    id: 'sample',
    startedAt: Date.now(),
    source: NO_PAGE,
    reading: 'done',
    mode: 'same',
    lists: { same: { ...list, offers, notes: [] } },
  }
  return { search, picture }
}

async function fileAt(path: string): Promise<Blob> {
  return (await fetch(path)).blob()
}

function offerOf(sample: Sample, number: number, imageUrl: string | null): Offer {
  const { title, translated, place, years, badges, picture: _, ...figures } = sample
  return {
    ...figures,
    offerId: `${number}`,
    title,
    titleTranslated: translated,
    price: sample.priceTiers[0]?.price ?? null,
    currency: 'CNY',
    unit: '个',
    supplier: { name: `示例供应商 Sample ${number}`, location: place, years, verified: null, badges },
    imageUrl,
    // There is no such offer on 1688: the link shows the sample once more.
    detailUrl: '/app.html#sample',
    patented: null,
  }
}
