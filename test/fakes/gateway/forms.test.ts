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
    const { productShippingInfo: byVariant, productSkuInfos } = await detailOf(
      ({ terms, variants }) => terms.weighed === 'variant' && variants.length > 0,
    )
    expect(byVariant).toMatchObject({ weight: 0 })
    const idsIn = (list: { skuId: string | number }[]) => list.map(({ skuId }) => String(skuId))
    expect(idsIn(byVariant.skuShippingDetails)).toEqual(idsIn(productSkuInfos))
  })

  test('has variants with a stock of three kinds, and pictures or none', async () => {
    const all = await Promise.all(
      gateway.catalogue.offers
        .filter(({ variants, terms }) => variants.length > 1 && terms.hasDetail)
        .map(async ({ offerId }) => (await app.detail(offerId)).body.result.result.productSkuInfos),
    )
    const skus = all.flat()
    const stocks = skus.map(({ amountOnSale }) => amountOnSale)
    expect(new Set(stocks.map((stock) => (stock === 0 ? 0 : typeof stock)))).toEqual(
      new Set([0, 'number', 'object', 'undefined']),
    )
    const pictures = skus.map(({ skuAttributes }) => skuAttributes[0].skuImageUrl)
    expect(pictures.some((url) => !url)).toBe(true)
    for (const kind of ['~h', '~a', '~p'])
      expect(
        pictures.some((url) => url?.includes(kind)),
        kind,
      ).toBe(true)
    expect(new Set(skus.map(({ skuId }) => typeof skuId))).toEqual(new Set(['number', 'string']))
  })

  test('says the stock of an offer without variants, or does not', async () => {
    const saleOf = async (stock: number | null) =>
      (
        await detailOf(
          ({ terms, variants }) => variants.length === 0 && terms.hasDetail && terms.stock === stock,
        )
      ).productSaleInfo
    expect((await saleOf(0)).amountOnSale).toBe(0)
    expect((await saleOf(48)).amountOnSale).toBe(48)
    expect(await saleOf(null)).not.toHaveProperty('amountOnSale')
  })

  test('may have variants of which the cheapest is an accessory, whose price a list then shows', async () => {
    const offer = offerOf(
      ({ variants, terms }) =>
        terms.priceForm === 'plain' &&
        terms.hasDetail &&
        variants.some(({ picture }) => picture?.kind === 'accessory'),
    )
    const { productSaleInfo, productSkuInfos } = (await app.detail(offer.offerId)).body.result.result
    expect(productSaleInfo.quoteType).toBe(1)
    const wanted = offer.variants.find(({ isShown }) => isShown)
    expect(Number(offer.price)).toBeLessThan(Number(wanted?.price) / 2)
    expect(productSkuInfos.map(({ price }: { price: string }) => price)).toContain(offer.price)
  })

  test('has variants without prices where the offer is priced by quantity', async () => {
    const { productSaleInfo, productSkuInfos } = await detailOf(
      ({ variants, priceTiers, terms }) => variants.length > 1 && priceTiers.length > 1 && terms.hasDetail,
    )
    expect(productSaleInfo.quoteType).toBe(2)
    expect(productSkuInfos.every(({ price }: { price: unknown }) => price === null)).toBe(true)
  })

  test('has the picture of the list first, then others, and one on white or none', async () => {
    const offer = offerOf(({ terms }) => terms.hasDetail)
    const { productImage } = (await app.detail(offer.offerId)).body.result.result
    expect(productImage.images[0]).toContain(offer.picture)
    const all = await Promise.all(
      gateway.catalogue.offers
        .filter(({ terms }) => terms.hasDetail)
        .slice(0, 30)
        .map(async ({ offerId }) => (await app.detail(offerId)).body.result.result.productImage),
    )
    expect(all.some(({ images }) => images.length > 3)).toBe(true)
    expect(new Set(all.map(({ whiteImage }) => whiteImage === null))).toEqual(new Set([true, false]))
  })

  test('does not say for how many years its seller has been there, and writes rates in two ways', async () => {
    const all = await Promise.all(
      gateway.catalogue.offers
        .filter(({ terms }) => terms.hasDetail)
        .slice(0, 30)
        .map(async ({ offerId }) => (await app.detail(offerId)).body.result.result.sellerDataInfo),
    )
    expect(all.every(({ tpYear }) => tpYear === undefined)).toBe(true)
    const rates = all.map(({ collect30DayWithin48HPercent }) => collect30DayWithin48HPercent)
    expect(new Set(rates)).toEqual(new Set(['97.5%', '0.975']))
  })

  test('fails for some offers', async () => {
    const { offerId } = offerOf(({ terms }) => !terms.hasDetail)
    expect((await app.detail(offerId)).body.result).toMatchObject({ success: false })
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
