import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { appClient } from './app-client.ts'
import type { Offer } from './catalogue/index.ts'
import type { Terms } from './catalogue/terms.ts'
import { type Gateway, startGateway } from './index.ts'

const TOKEN = 'gateway-token'

let gateway: Gateway
let app: ReturnType<typeof appClient>
let base64: string
let shown: Offer

beforeAll(async () => {
  gateway = await startGateway({
    appKey: '1000',
    appSecret: 'gateway-secret',
    accessToken: TOKEN,
    refreshToken: 'first-refresh-token',
    maxQps: 1000,
  })
  app = appClient(gateway, 'gateway-secret', TOKEN)
  const [offer] = gateway.catalogue.offersOf('1f392@0')
  if (!offer) throw new Error('the catalogue has no backpack')
  shown = offer
  base64 = (await gateway.catalogue.picture(offer.picture))?.toString('base64') ?? ''
})
afterAll(() => gateway?.close())
beforeEach(() => {
  gateway.clearFaults()
  const [known] = gateway.apps
  if (known) known.accessToken = TOKEN
})

const own = (offer: Offer) => `https://cbu01.alicdn.com/img/ibank/${offer.picture}.jpg`
const offerOf = (test: (offer: Offer) => boolean) =>
  gateway.catalogue.offers.find(test) ?? expect.fail('no such offer')
const all = (param: object) => app.query({ imageAddress: own(shown), pageSize: 50, ...param })
const idsOf = ({ body }: Awaited<ReturnType<typeof all>>): string[] =>
  (body.result.result.data ?? []).map(({ offerId }: { offerId: number }) => String(offerId))

describe('an upload', () => {
  test('takes no address', async () => {
    expect(await app.upload({ imageAddress: own(shown) })).toMatchObject({
      status: 400,
      code: 'gw.ParamMissing',
    })
  })

  test('of nothing fails in words', async () => {
    const { status, body } = await app.upload({ imageBase64: '' })
    expect([status, body.result.success, body.result.message]).toEqual([200, 'false', 'imageBase64 is blank'])
  })
})

describe('a search by address', () => {
  test("takes one of 1688's own pictures, without an upload", async () => {
    expect(idsOf(await all({}))).toContain(shown.offerId)
  })

  test("does not take another host's", async () => {
    const { body } = await all({ imageAddress: `https://shop.test/img/${shown.picture}.jpg` })
    expect(body.result).toMatchObject({ success: 'false', code: 'SYSTEM_ERROR' })
  })
})

describe('the offers of a search', () => {
  test.each<[string, (offer: Offer) => boolean]>([
    ['shipIn24Hours', ({ terms }) => terms.shipsWithinHours === 24],
    ['isOnePsale', ({ terms }) => terms.dropshipPrice !== null],
    ['isOnePsale,noReason7DReturn', ({ terms }) => terms.dropshipPrice !== null && terms.takesBackFor7Days],
    ['qrr0,qrr1', ({ terms }) => terms.qualityRefunds <= 1],
    ['certifiedFactory', ({ supplier }) => supplier.identities.includes('super_factory')],
  ])('pass the filter %s', async (filter, test) => {
    const [some, every] = [idsOf(await all({ filter })), idsOf(await all({}))]
    const offers = some.map((id) => gateway.catalogue.offer(id))
    expect(offers.length).toBeGreaterThan(0)
    expect(offers.every((offer) => offer && test(offer))).toBe(true)
    expect(some.length).toBeLessThan(every.length)
  })

  test('are all there if nobody knows the filter', async () => {
    expect(idsOf(await all({ filter: 'nobodyKnowsThis' }))).toEqual(idsOf(await all({})))
  })

  test('have the keyword in a title', async () => {
    const offers = idsOf(await all({ keyword: '一件代发' })).map((id) => gateway.catalogue.offer(id))
    expect(offers.length).toBeGreaterThan(0)
    expect(offers.every((offer) => offer?.title.includes('一件代发'))).toBe(true)
  })

  test('beyond the first 2,000 are never shown', async () => {
    const { body } = await all({ beginPage: 41 })
    expect(body.result.success).toBe('true')
    expect(body.result.result?.data ?? []).toEqual([])
  })

  test('come with prices, identities and services in every form that is known', async () => {
    const of = async (offer: Offer) => {
      const { body } = await app.query({ imageAddress: own(offer), pageSize: 50 })
      const items: { offerId: number }[] = body.result.result.data
      return items.find(({ offerId }) => String(offerId) === offer.offerId) as never
    }
    const price = (form: Terms['priceForm']) => of(offerOf(({ terms }) => terms.priceForm === form))
    expect(await price('sign')).toMatchObject({ priceInfo: { price: expect.stringMatching(/^¥\d+\.\d\d$/) } })
    expect(await price('range')).toMatchObject({
      priceInfo: { price: expect.stringMatching(/^[\d.]+-[\d.]+$/) },
    })
    expect(await price('negotiable')).toMatchObject({ priceInfo: { price: '面议' } })
    expect(await of(offerOf(({ terms }) => !terms.hasChineseTitle))).toMatchObject({
      subject: '',
      subjectTrans: expect.stringMatching(/\w/),
    })
    const { body } = await all({})
    const items: { onePsale?: boolean; isOnePsale?: boolean; sellerIdentities: unknown }[] =
      body.result.result.data
    expect(items.some(({ onePsale }) => onePsale !== undefined)).toBe(true)
    expect(items.some(({ isOnePsale }) => isOnePsale !== undefined)).toBe(true)
    expect(items.some(({ sellerIdentities }) => Array.isArray(sellerIdentities))).toBe(true)
    expect(items.some(({ sellerIdentities }) => typeof sellerIdentities === 'string')).toBe(true)
  })
})

describe('the dropship API', () => {
  test('takes a filter as a JSON list, and words', async () => {
    const found = await app.dropship({ imgBase64: base64, filter: '["shipIn24Hours"]' })
    const items: { offerId: number; tags: string[] }[] = found.body.imageSearchResult
    expect(items.length).toBeGreaterThan(0)
    expect(items.every(({ tags }) => tags.includes('24小时发货'))).toBe(true)
    const { body } = await app.dropship({ imgBase64: base64, filter: 'shipIn24Hours' })
    expect(body).toMatchObject({ success: false, message: expect.stringContaining('JSON') })
    const named = await app.dropship({ imgBase64: base64, imageKeywords: '一件代发' })
    expect(
      named.body.imageSearchResult.every(({ subject }: { subject: string }) => subject.includes('一件代发')),
    ).toBe(true)
  })
})

describe('a detail', () => {
  const detailOf = async (test: (offer: Offer) => boolean) =>
    (await app.detail(offerOf(test).offerId)).body.result.result

  test('says where the weight is known', async () => {
    const { productShippingInfo: official } = await detailOf(({ terms }) => terms.weighed === 'official')
    expect(official).toMatchObject({ weight: 0, officialWeight: expect.any(Number) })
    const { productShippingInfo: byVariant } = await detailOf(
      ({ terms, variants }) => terms.weighed === 'variant' && variants.length > 0,
    )
    expect(byVariant).toMatchObject({
      weight: 0,
      skuShippingDetails: [{ weight: expect.any(Number) }, {}, {}],
    })
  })

  test('of an offer that was taken down has another status', async () => {
    expect((await detailOf(({ terms }) => terms.status !== 'published')).status).not.toBe('published')
  })

  test('of a price to be negotiated has no number in its place', async () => {
    const { productSaleInfo } = await detailOf(
      ({ terms, variants }) => terms.priceForm === 'negotiable' && variants.length === 0,
    )
    expect(productSaleInfo.priceRangeList[0].price).toBe('面议')
  })

  test.each(['1', '2', '3'])('of the unknown offer %s fails in words', async (offerId) => {
    const { status, body } = await app.detail(offerId)
    expect([status, body.result.success]).toEqual([200, false])
    expect(body.result.message).toMatch(/offer not|商品不存在/)
  })
})

test.each([
  ['token-without-refresh', { refresh_token: undefined }],
  ['token-refresh-null', { refresh_token: null }],
  ['token-without-end', { expires_in: undefined }],
  ['token-end-null', { expires_in: null }],
  ['token-end-empty', { expires_in: '' }],
] as const)('%s is a token all the same', async (fault, form) => {
  gateway.setFault(fault, { times: 1 })
  const refresh_token = gateway.apps[0]?.refreshToken ?? ''
  const { body } = await app.grant({ grant_type: 'refresh_token', refresh_token })
  const { expires_in, ...more } = body
  expect({ expires_in, refresh_token: more.refresh_token }).toMatchObject(form)
  expect(body.access_token).toBe(gateway.apps[0]?.accessToken)
})

test('a failure inside a 200 has the form of its API', async () => {
  gateway.setFault('busy-chinese')
  const answers = [
    await app.upload({ imageBase64: base64 }),
    await app.dropship({ imgBase64: base64 }),
    await app.imageSearch({ imgBase64: base64 }),
  ]
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
  expect(answers.map(({ body }) => body)).toMatchObject([
    { result: { success: 'false', message: '系统繁忙，请稍后再试' } },
    { success: false, message: '系统繁忙，请稍后再试' },
    { error_response: { msg: '系统繁忙，请稍后再试' } },
  ])
})
