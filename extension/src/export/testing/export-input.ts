import type { DetailedOffer, Offer } from '@find-on-1688/shared'
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
}

/** With everything missing that a provider may leave out. */
export const UNKNOWN: Offer = offerWith({
  offerId: '1',
  title: '裙',
  detailUrl: 'https://detail.1688.com/offer/1.html',
})

export const NO_PRICE = { unitPrice: null, variantPrices: null, atMinimum: null, listPrice: null }

export const EXPORTED: ExportOffer = {
  offer: DETAILED,
  ...NO_PRICE,
  unitPrice: '10.10',
  belowMinimum: false,
  converted: '1.39871234567890123456',
  note: 'good photos',
  decision: 'sample',
}

export const EXPORTED_UNKNOWN: ExportOffer = {
  offer: UNKNOWN,
  ...NO_PRICE,
  belowMinimum: null,
  converted: null,
}

export function inputOf(offers: ExportOffer[], more: Partial<ExportInput> = {}): ExportInput {
  return {
    offers,
    quantity: 100,
    currency: 'USD',
    generatedAt: new Date(2026, 10, 24, 15, 30),
    listing: {
      title: 'Women’s skirt',
      price: '24.90',
      priceTo: null,
      currency: 'USD',
      productNumber: '0012345678905',
      from: 'structured data',
    },
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
