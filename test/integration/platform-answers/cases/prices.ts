import { type Case, dropshipItems, imageSearchItems, item, noneOf, offer, oneOf, yuan } from '../case.ts'

/** How the price of an item is written, and what it is: low end and, of a range, high end. */
const WRITTEN: [price: unknown, low: unknown, high?: unknown][] = [
  ['9.80', yuan(9.8)],
  [9.8, yuan(9.8)],
  [12, yuan(12)],
  ['0.03', yuan(0.03)],
  ['￥16.40', yuan(16.4)],
  ['¥ 16.40', yuan(16.4)],
  ['16.40元', yuan(16.4)],
  ['2,680.00', yuan(2680)],
  ['1,234,567.80', yuan(1234567.8)],
  ['\t7.10\n', yuan(7.1)],
  ['6.20-8.90', yuan(6.2), yuan(8.9)],
  ['88-96', yuan(88), yuan(96)],
  ['6.20 - 8.90', yuan(6.2), yuan(8.9)],
  ['6.20~8.90', yuan(6.2), yuan(8.9)],
  ['¥6.20-¥8.90', yuan(6.2), yuan(8.9)],
  ['¥6.20-8.90', yuan(6.2), yuan(8.9)],
  ['1,080.00-1,260.00', yuan(1080), yuan(1260)],
  ['6.20-6.20', yuan(6.2), oneOf(null, '6.20', '6.2')],
  ['8.90—6.20', yuan(6.2), yuan(8.9)],
  ['6.20-8.90元/件', yuan(6.2), yuan(8.9)],
  ['16.40元/件', yuan(16.4)],
  ['$16.40', null],
  ['16.40/18.20', null],
  ['16.40-', null],
  ['面议', null],
  ['价格面议', null],
  ['电议', null],
  ['', null],
  [null, null],
  ['0', null],
  ['0.00', null],
  [0, null],
  ['-3.00', null],
  ['N/A', null],
  ['9.8.0', null],
  [{}, null],
  [true, null],
]

const written = ([price, low, high = null]: (typeof WRITTEN)[number]): Case[] => [
  {
    name: `the price ${JSON.stringify(price)}`,
    provider: 'crossborder',
    platform: { query: item({ priceInfo: { price } }) },
    answer: offer({ price: low, priceMax: high }),
  },
]

/** The other APIs have the same prices in members of their own. */
const IN_OTHERS = ['6.20-8.90', '￥16.40', '面议', '2,680.00', 0].map((price) =>
  WRITTEN.find(([known]) => known === price),
)

export const PRICES: Case[] = [
  ...WRITTEN.flatMap(written),
  ...IN_OTHERS.flatMap((known): Case[] => {
    const [price, low, high = null] = known ?? []
    return [
      {
        name: `the price ${JSON.stringify(price)}`,
        provider: 'dropship',
        platform: { dropship: dropshipItems({ price }) },
        answer: offer({ price: low, priceMax: high }),
      },
      {
        name: `the price ${JSON.stringify(price)}`,
        provider: 'image-search',
        platform: { 'image-search': imageSearchItems({ price }) },
        answer: offer({ price: low, priceMax: high }),
      },
    ]
  }),
  {
    name: 'a range from nothing has no low end',
    provider: 'crossborder',
    platform: { query: item({ priceInfo: { price: '0.00-8.90' } }) },
    answer: offer({ price: noneOf(0, 8.9) }),
  },
  {
    name: 'prices on promotion and of single pieces stand beside the price',
    provider: 'crossborder',
    platform: {
      query: item({
        priceInfo: { price: '24.00', promotionPrice: '19.50', consignPrice: '27.00', jxhyPrice: '18' },
      }),
    },
    answer: offer({ price: yuan(24), priceMax: null, promotionPrice: yuan(19.5), dropshipPrice: yuan(27) }),
  },
  {
    name: 'no other price stands in for one to be negotiated',
    provider: 'crossborder',
    platform: {
      query: item({
        priceInfo: {
          price: '面议',
          promotionPrice: '19.50',
          consignPrice: '27',
          jxhyPrice: '18',
          pfJxhyPrice: '17',
        },
      }),
    },
    answer: offer({
      price: null,
      priceMax: null,
      promotionPrice: yuan(19.5),
      dropshipPrice: yuan(27),
      priceTiers: [],
    }),
  },
  {
    name: 'no other price stands in for a missing one',
    provider: 'crossborder',
    platform: { query: item({ priceInfo: { consignPrice: '27.00' } }) },
    answer: offer({ price: null, promotionPrice: null, dropshipPrice: yuan(27) }),
  },
  {
    name: 'no price at all',
    provider: 'crossborder',
    platform: { query: item({ priceInfo: null }) },
    answer: offer({ price: null, priceMax: null, promotionPrice: null, dropshipPrice: null }),
  },
  {
    name: 'a range beside the price of single pieces',
    provider: 'crossborder',
    platform: {
      query: item({ priceInfo: { price: '3.10-4.60', consignPrice: '5.20' }, minOrderQuantity: 50 }),
    },
    answer: offer({
      price: yuan(3.1),
      priceMax: yuan(4.6),
      dropshipPrice: yuan(5.2),
      minOrder: 50,
      priceTiers: [],
    }),
  },
  {
    name: 'other prices that are empty or nothing are unknown',
    provider: 'crossborder',
    platform: { query: item({ priceInfo: { price: '3.10', promotionPrice: '', consignPrice: '0.00' } }) },
    answer: offer({ price: yuan(3.1), promotionPrice: null, dropshipPrice: null }),
  },
  {
    name: 'an SDK that writes numbers',
    provider: 'crossborder',
    platform: { query: item({ priceInfo: { price: 24, promotionPrice: 19.5, consignPrice: 27 } }) },
    answer: offer({ price: yuan(24), promotionPrice: yuan(19.5), dropshipPrice: yuan(27) }),
  },
  {
    name: 'the price of single pieces is not the price',
    provider: 'dropship',
    platform: { dropship: dropshipItems({ price: null, fenxiaoPrice: '11.30' }) },
    answer: offer({ price: null, dropshipPrice: yuan(11.3) }),
  },
  {
    name: 'the price of single pieces beside the price',
    provider: 'dropship',
    platform: { dropship: dropshipItems({ price: '10.20', consignPrice: '11.30' }) },
    answer: offer({ price: yuan(10.2), dropshipPrice: yuan(11.3) }),
  },
  {
    name: 'steps that can be read',
    provider: 'image-search',
    platform: {
      'image-search': imageSearchItems({
        price: '8.00',
        minOrder: 5,
        priceRange: [
          { startQuantity: 5, price: '8.00' },
          { startQuantity: 50, price: '7.20' },
        ],
      }),
    },
    answer: offer({
      price: yuan(8),
      minOrder: 5,
      priceTiers: [
        { minQuantity: 5, price: '8.00' },
        { minQuantity: 50, price: '7.20' },
      ],
    }),
  },
  {
    name: 'the price of a later step is not that of the first',
    provider: 'image-search',
    platform: {
      'image-search': imageSearchItems({
        price: null,
        priceRange: [
          { startQuantity: 5, price: '面议' },
          { startQuantity: 50, price: '7.20' },
        ],
      }),
    },
    answer: offer({ price: null }),
  },
]
