import { expect } from 'vitest'
import { type DetailCase, detailCases, noneOf, oneOf, yuan } from '../case.ts'

const steps = (...list: [from: unknown, price: unknown, promotion?: unknown][]) =>
  list.map(([startQuantity, price, promotionPrice = null]) => ({ startQuantity, price, promotionPrice }))
const sale = (quoteType: unknown, priceRangeList: unknown, more: object = {}) => ({
  productSaleInfo: { quoteType, priceRangeList, unitInfo: { unit: '个', transUnit: 'piece' }, ...more },
})

const prices: DetailCase[] = [
  [
    'steps of the quantity',
    sale(0, steps([3, '9.80'], [60, '9.10'], ['600', 8.5])),
    {
      price: yuan(9.8),
      priceTiers: [{ minQuantity: 3 }, { minQuantity: 60 }, { minQuantity: 600, price: yuan(8.5) }],
    },
  ],
  [
    'steps in any order',
    sale(0, steps([60, '9.10'], [3, '9.80'])),
    { price: yuan(9.8), priceTiers: [{ minQuantity: 3 }, { minQuantity: 60 }], minOrder: 3 },
  ],
  [
    'a first step to be negotiated lends no price',
    sale(0, steps([3, '面议'], [60, '9.10'])),
    { price: null, minOrder: 3, priceTiers: noStepBefore(60) },
  ],
  [
    'a first step with a price on promotion only',
    sale(0, steps([3, null, '8.80'], [60, '9.10'])),
    { price: null, minOrder: 3, priceTiers: noStepBefore(60) },
  ],
  [
    'a first step that starts at 0',
    sale(0, steps([0, '9.80'], [60, '9.10'])),
    { price: noneOf(9.1), minOrder: 3, priceTiers: noStepAt(0) },
  ],
  [
    'a first step that starts nowhere',
    sale(0, steps([null, '9.80'], [60, '9.10'])),
    { price: noneOf(9.1), minOrder: 3 },
  ],
  ['no steps', sale(0, []), { priceTiers: [], minOrder: 3 }],
  ['steps null', sale(0, null), { priceTiers: [], minOrder: 3 }],
  [
    'no steps but a price',
    sale(0, null, { price: '9.80' }),
    { price: oneOf(null, '9.80', '9.8'), priceTiers: [] },
  ],
  [
    'priced by variant',
    {
      ...sale(1, steps([1, '2.00'])),
      productSkuInfos: [
        { skuId: 5203456789012, price: '12.40', promotionPrice: '11.00', skuAttributes: [] },
        { skuId: 5203456789013, price: 10.6, promotionPrice: null, skuAttributes: [] },
      ],
    },
    {
      price: yuan(10.6),
      priceMax: yuan(12.4),
      priceTiers: [],
      variants: [
        { price: yuan(12.4), promotionPrice: yuan(11) },
        { price: yuan(10.6), promotionPrice: null },
      ],
    },
  ],
  [
    'a variant with a price on promotion only',
    {
      ...sale(1, []),
      productSkuInfos: [
        { skuId: 5203456789012, price: null, promotionPrice: '11.00' },
        { skuId: 5203456789013, price: '14.00' },
      ],
    },
    {
      price: noneOf(11),
      variants: [
        { price: null, promotionPrice: yuan(11) },
        { price: yuan(14), promotionPrice: null },
      ],
    },
  ],
  [
    'a single piece has a price of its own',
    sale(0, steps([3, '9.80']), {
      fenxiaoSaleInfo: {
        onePieceFreePostage: true,
        startQuantity: 1,
        onePiecePrice: '13.00',
        offerPrice: '9.80',
      },
    }),
    { price: yuan(9.8), dropshipPrice: yuan(13) },
  ],
  [
    'it never stands in for the price',
    sale(0, steps([3, '面议']), { fenxiaoSaleInfo: { startQuantity: 1, onePiecePrice: '13.00' } }),
    { price: null, dropshipPrice: yuan(13) },
  ],
]

function noStepBefore(quantity: number) {
  return expect.toSatisfy(
    (list: { minQuantity: number }[]) => list.every(({ minQuantity }) => minQuantity >= quantity),
    `no step before ${quantity}`,
  )
}

function noStepAt(quantity: number) {
  return expect.toSatisfy(
    (list: { minQuantity: number }[]) => list.every(({ minQuantity }) => minQuantity !== quantity),
    `no step at ${quantity}`,
  )
}

export const DETAIL_PRICES = detailCases(prices)
