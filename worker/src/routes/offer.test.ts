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

test('an offer priced by variant has the price of the cheapest one and no tiers', async () => {
  const productSkuInfos = [{ price: '8.80' }, { price: '7.90' }, { price: null }]
  mockGateway(answer({ ...DETAIL, productSkuInfos, productSaleInfo: { quoteType: 1, priceRangeList: [] } }))
  const body = await (await offer('714000002')).json<OfferAnswer>()
  expect(body).toMatchObject({ price: '7.90', priceTiers: [], unit: null })
})

test('an offer is requested once', async () => {
  const calls = mockGateway(answer(DETAIL))
  await offer('714000003')
  const again = await vi.waitFor(async () => {
    const response = await offer('714000003', withoutObjects())
    expect(response.status).toBe(200)
    return response
  })
  expect((await again.json<OfferAnswer>()).cached).toBe(true)
  expect(calls).toHaveLength(1)
})

test.each<[string, object]>([
  ['unknown', { result: { success: false, code: '404', message: 'offer not found' } }],
  ['another offer', { result: { success: true, result: { ...DETAIL, offerId: 99 } } }],
  ['nothing', { result: { success: true, result: null } }],
])('an offer that turns out to be %s is a failure', async (_name, body) => {
  mockGateway(() => body)
  expect((await offer('714000004')).status).toBeGreaterThanOrEqual(400)
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
