import type { DetailedOffer, Offer } from '@find-on-1688/shared'
import type { Listing } from '../../model/listing.ts'
import { offerWith } from '../../testing/offers.ts'
import type { ExportInput, ExportOffer } from '../table.ts'

export const OFFER: Offer = {
  offerId: '710891050473',
  title: '夏季新款百褶半身裙',
  titleTranslated: 'Summer pleated skirt',
  price: '10.10',
  currency: 'CNY',
  priceTiers: [
    { minQuantity: 2, price: '10.10' },
    { minQuantity: 1000, price: '9.5' },
  ],
  minOrder: 2,
  unit: '件',
  supplier: {
    name: '杭州某某服饰有限公司',
    location: '浙江省杭州市',
    years: 8,
    verified: true,
    badges: ['super_factory', 'new_badge'],
  },
  imageUrl: 'https://cbu01.alicdn.com/img/ibank/1.jpg?a=1&b="2"',
  detailUrl: 'https://detail.1688.com/offer/710891050473.html',
  monthlySales: 1234,
  repurchaseRate: 0.13,
  patented: false,
}

export const DETAILED: DetailedOffer = {
  ...OFFER,
  shipping: { weightKg: 0.35, lengthCm: 30, widthCm: 20, heightCm: 5 },
  fetchedAt: new Date(2026, 10, 23, 9, 5).toISOString(),
}

/** With everything missing that a provider may leave out. */
export const UNKNOWN: Offer = offerWith({
  offerId: '1',
  title: '裙',
  detailUrl: 'https://detail.1688.com/offer/1.html',
})

export const NO_PRICE: Omit<ExportOffer, 'offer' | 'belowMinimum' | 'converted' | 'listing'> = {
  basis: 'unknown',
  unitPrice: null,
  variantPrices: null,
  atMinimum: null,
  listPrice: null,
}

export const EXPORTED: ExportOffer = {
  offer: DETAILED,
  ...NO_PRICE,
  basis: 'tiers',
  unitPrice: '10.10',
  belowMinimum: false,
  converted: '1.39871234567890123456',
  note: 'good photos',
  decision: 'sample',
  contacted: { at: new Date(2026, 10, 24, 10, 0), message: '您好' },
  photo: 'Same photo: mirrored',
  listing: null,
  margin: {
    currency: 'USD',
    landed: { low: '3.10456', high: '4.2' },
    landedBound: null,
    margin: { low: '-0.0512', high: '0.3127' },
    bound: null,
    missing: [],
  },
}

export const EXPORTED_UNKNOWN: ExportOffer = {
  offer: UNKNOWN,
  ...NO_PRICE,
  belowMinimum: null,
  converted: null,
  listing: null,
}

export const LISTING: Listing = {
  title: 'Women’s skirt',
  price: '24.90',
  priceTo: null,
  currency: 'USD',
  productNumber: '0012345678905',
  from: 'structured data',
}

/** @param more may have a listing, which is then that of every offer */
export function inputOf(
  offers: ExportOffer[],
  { listing = LISTING, ...more }: Partial<ExportInput> & { listing?: Listing | null } = {},
): ExportInput {
  return {
    offers: offers.map((out) => ({ ...out, listing })),
    quantity: 100,
    currency: 'USD',
    generatedAt: new Date(2026, 10, 24, 15, 30),
    ...more,
  }
}

/** Texts that a spreadsheet might run as a formula, with white space, quotes and line breaks around them. */
export const HOSTILE = [
  '=HYPERLINK("https://evil.example","click")',
  '@SUM(A1)',
  '+1',
  '-2',
  '\t=1',
  '\r=1',
  '\n=1',
  '  =1',
  '\u3000=1',
  '\u200B=1',
  '＝1+1',
  '＋1',
  '－1',
  '＠SUM(A1)',
  '"=1+1"',
  '=1+1\nand more',
  'skirt;=1+1',
  'skirt\n=1+1',
  'skirt\n "@SUM(A1)',
  "=cmd|' /C calc'!A0",
]
