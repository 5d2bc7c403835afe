import { env } from 'cloudflare:workers'
import { type OfferAnswer, PATHS } from '@find-on-1688/shared'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import type { Bindings } from '../bindings.ts'
import { createTestClient, fetchWorker, mockGateway, statusAndCode, withoutObjects } from '../testing/http.ts'

const DETAIL = {
  subject: '背包',
  minOrderQuantity: 2,
  productSaleInfo: {
    priceRangeList: [
      { startQuantity: 100, price: '9.50' },
      { startQuantity: '2', price: '12' },
    ],
    quoteType: 0,
    unitInfo: { unit: '个', transUnit: 'piece' },
  },
  productShippingInfo: { weight: '0.5', width: 10, height: 0, length: 'long' },
}

let key: string
beforeAll(async () => {
  key = (await createTestClient()).key
})
afterEach(() => vi.restoreAllMocks())

const offer = (id: string, bindings: Bindings = env) =>
  fetchWorker(`${PATHS.offers}/${id}`, { headers: { Authorization: `Bearer ${key}` } }, bindings)
const answer = (result: object) => () => ({ result: { success: true, result } })

test('an offer comes with its price tiers, unit, minimum order, weight and size', async () => {
  mockGateway(answer(DETAIL))
  expect(await (await offer('714000001')).json<OfferAnswer>()).toMatchObject({
    offerId: '714000001',
    price: '12',
    priceTiers: [
      { minQuantity: 2, price: '12' },
      { minQuantity: 100, price: '9.50' },
    ],
    minOrder: 2,
    unit: '个',
    shipping: { weightKg: 0.5, widthCm: 10, heightCm: null, lengthCm: null },
    cached: false,
  })
})

const pricesOf = async (id: string, result: object) => {
  mockGateway(answer({ ...DETAIL, ...result }))
  const { price, priceMax, priceTiers, variants } = await (await offer(id)).json<OfferAnswer>()
  return { price, priceMax, priceTiers, variants: variants?.map(({ price }) => price) }
}

test('an offer priced by variant has the range of their prices and no tiers', async () => {
  const productSaleInfo = { quoteType: 1, priceRangeList: [{ startQuantity: 1, price: '1.00' }] }
  const productSkuInfos = [{ price: '8.80' }, { price: '10.90' }, { price: 7.9 }]
  expect(await pricesOf('714000002', { productSaleInfo, productSkuInfos })).toEqual({
    price: '7.9',
    priceMax: '10.90',
    priceTiers: [],
    variants: ['8.80', '10.90', '7.9'],
  })
})

test('a variant without a price may be the cheapest or the dearest', async () => {
  const productSaleInfo = { quoteType: '1', priceRangeList: [] }
  const productSkuInfos = [{ price: '8.80' }, { price: '7.90' }, { price: '面议', promotionPrice: '3.00' }]
  expect(await pricesOf('714000006', { productSaleInfo, productSkuInfos })).toMatchObject({
    price: null,
    priceMax: null,
    variants: ['8.80', '7.90', null],
  })
})

test('a price tier that cannot be read leaves no tiers, and variants priced by quantity no price of their own', async () => {
  const priceRangeList = [
    { startQuantity: 2, price: '12' },
    { startQuantity: 100, price: '面议' },
  ]
  const productSkuInfos = [{ price: '12' }, { price: '12' }]
  expect(
    await pricesOf('714000007', { productSaleInfo: { quoteType: 2, priceRangeList }, productSkuInfos }),
  ).toEqual({ price: null, priceMax: null, priceTiers: [], variants: [null, null] })
})

test('variants come with their attributes, stock, picture and weight', async () => {
  mockGateway(
    answer({
      ...DETAIL,
      batchNumber: 12,
      productSkuInfos: [
        {
          skuId: 5166543123456,
          price: '9.50',
          promotionPrice: '8.00',
          amountOnSale: 30,
          skuAttributes: [
            {
              attributeName: '颜色',
              attributeNameTrans: 'Color',
              value: '红色',
              valueTrans: 'Red',
              skuImageUrl: 'https://cbu01.alicdn.com/red.jpg',
            },
            { attributeName: '尺码', value: 'XL' },
          ],
        },
      ],
      productShippingInfo: { weight: 0.0, skuShippingDetails: [{ skuId: '5166543123456', weight: 0.4 }] },
    }),
  )
  expect(await (await offer('714000008')).json<OfferAnswer>()).toMatchObject({
    lotSize: 12,
    shipping: { weightKg: 0.4 },
    variants: [
      {
        id: '5166543123456',
        attributes: [
          { name: '颜色', value: '红色', nameTranslated: 'Color', valueTranslated: 'Red' },
          { name: '尺码', value: 'XL' },
        ],
        price: '9.50',
        promotionPrice: '8.00',
        stock: 30,
        imageUrl: 'https://cbu01.alicdn.com/red.jpg',
        weightKg: 0.4,
      },
    ],
  })
})

test('an offer is requested once', async () => {
  const calls = mockGateway(answer(DETAIL))
  const first = await (await offer('714000003')).json<OfferAnswer>()
  const again = await vi.waitFor(async () => {
    const response = await offer('714000003', withoutObjects())
    expect(response.status).toBe(200)
    return response
  })
  const { cached, fetchedAt, cachedUntil } = await again.json<OfferAnswer>()
  expect(cached).toBe(true)
  expect(calls).toHaveLength(1)
  // However late the cached answer is given, it is of the time when 1688 was asked, and says how long it is kept.
  expect({ fetchedAt, cachedUntil }).toEqual({
    fetchedAt: first.fetchedAt,
    cachedUntil: first.cachedUntil,
  })
  expect(Date.parse(String(cachedUntil)) - Date.parse(String(fetchedAt))).toBe(86_400_000)
})

test.each<[string, object]>([
  ['unknown', { result: { success: false, code: '404', message: 'offer not found' } }],
  ['another offer', { result: { success: true, result: { ...DETAIL, offerId: 99 } } }],
  ['nothing', { result: { success: true, result: null } }],
])('an offer that turns out to be %s is a failure', async (_name, body) => {
  mockGateway(() => body)
  expect((await offer('714000004')).status).toBeGreaterThanOrEqual(400)
})

test('an offer that is checked again is as it is now, also within a batch, if nothing may be cached', async () => {
  const calls = mockGateway(answer(DETAIL))
  const off: Bindings = { ...env, OFFER_CACHE_SECONDS: '0' }
  for (const _ of ['then', 'now'])
    expect(await (await offer('714000077?priority=batch', off)).json<OfferAnswer>()).toMatchObject({
      cached: false,
    })
  expect(calls).toHaveLength(2)
})

test('an offer in two languages at once is refused', async () => {
  expect(await statusAndCode(await offer('714000006?language=en&language=ru'))).toEqual([
    400,
    'invalid_request',
  ])
})

test('an offer is not supported by a provider without offer pages', async () => {
  expect(await statusAndCode(await offer('714', { ...env, PROVIDER: 'dropship' }))).toEqual([
    400,
    'invalid_request',
  ])
  expect(await statusAndCode(await offer('714000005', { ...env, PROVIDER: 'dropship' }))).toEqual([
    501,
    'not_supported',
  ])
})
