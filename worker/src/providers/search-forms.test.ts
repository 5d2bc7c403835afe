import { describe, expect, test } from 'vitest'
import { queryOf, received, responseOf, searchWith, upstreamOf } from '../testing/upstream.ts'
import { crossborder } from './crossborder.ts'
import { dropship } from './dropship.ts'
import { imageSearch } from './image-search.ts'
import type { SearchProvider } from './provider.ts'

type Provider = [string, SearchProvider, (items: unknown) => object]

const CROSSBORDER: Provider = [
  'crossborder',
  crossborder,
  (data) => ({ result: { success: true, result: { data } } }),
]
const DROPSHIP: Provider = [
  'dropship',
  dropship,
  (imageSearchResult) => ({ success: true, imageSearchResult }),
]
const IMAGE_SEARCH: Provider = [
  'image-search',
  imageSearch,
  (itemList) => ({ alibaba_product_image_search_response: { result: { itemList } } }),
]
const PROVIDERS = [CROSSBORDER, DROPSHIP, IMAGE_SEARCH]
const ITEM = { offerId: 714, subject: '背包' }

const answerOf = (search: SearchProvider, body: object, query = {}) =>
  searchWith(search, upstreamOf([responseOf(200, body)], '5'), query)
const offerOf = async ([, search, wrap]: Provider, item: object) =>
  (await answerOf(search, wrap([{ ...ITEM, ...item }]))).offers[0]

describe.each(PROVIDERS)('%s', (_name, search, wrap) => {
  test.each([[null], [undefined], ['null'], [''], [[]]])('a list of %o is no match', async (list) => {
    const answer = await answerOf(search, wrap(list))
    expect(answer).toMatchObject({ offers: [], hasMore: false, isComplete: true })
    expect(answer.notes.join()).not.toContain('could not be read')
  })

  test('a list may come as JSON within a text', async () => {
    const { offers } = await answerOf(search, wrap(JSON.stringify([ITEM])))
    expect(offers[0]?.offerId).toBe('714')
  })

  test('an offer whose only title is the translation has that title', async () => {
    const { offers } = await answerOf(search, wrap([{ ...ITEM, subject: null, subjectTrans: 'Backpack' }]))
    expect(offers[0]?.title).toBe('Backpack')
  })

  test('a range of prices keeps both ends', async () => {
    const item = { ...ITEM, price: '1,200-1,500', priceInfo: { price: '1,200-1,500' } }
    expect((await answerOf(search, wrap([item]))).offers[0]).toMatchObject({
      price: '1200',
      priceMax: '1500',
    })
  })

  test('a filter is applied, or a note says that it is not', async () => {
    const upstream = upstreamOf([responseOf(200, wrap([ITEM]))], '5')
    const { notes } = await searchWith(search, upstream, { filter: 'ships48h,dropship' })
    const isSent = JSON.stringify(upstream.sent).includes('isOnePsale,shipIn48Hours')
    expect(/filter was not applied/.test(notes.join())).toBe(!isSent)
    expect(isSent).toBe(search === crossborder)
    expect((await searchWith(search, upstream)).notes.join()).not.toContain('not applied')
  })

  test('a keyword is sent, or a note says that it is not', async () => {
    const upstream = upstreamOf([responseOf(200, wrap([ITEM]))], '5')
    const { notes } = await searchWith(search, upstream, { keyword: ' 304 不锈钢 ' })
    const isSent = JSON.stringify(upstream.sent).includes('304 不锈钢')
    expect(/keyword/.test(notes.join())).toBe(!isSent)
    expect(isSent).toBe(search !== imageSearch)
  })
})

describe('crossborder', () => {
  const page = { totalRecords: 1, data: [ITEM] }
  test.each<[string, object]>([
    ['wrapped', { result: { success: 'true', code: '200', result: page } }],
    ['flat', { success: true, result: page }],
    ['flat in full', { success: 'True', code: '200', ...page }],
    ['with success as a number', { result: { success: 1, result: page } }],
    ['with code 200 alone', { result: { code: 200, message: 'ok', result: page } }],
    ['with success null beside code 200', { result: { success: null, code: '200', result: page } }],
    ['as JSON within a text', { result: { success: true, result: JSON.stringify(page) } }],
    ['as a text in full', { result: JSON.stringify({ success: true, result: page }) }],
    ['as the list alone', { result: { success: true, result: [ITEM] } }],
  ])('an answer is read %s', async (_form, body) => {
    expect((await answerOf(crossborder, body)).offers[0]?.offerId).toBe('714')
  })

  test.each<[string, object]>([
    ['result []', { result: [] }],
    ['result ""', { result: '' }],
    ['inner result []', { result: { success: true, result: [] } }],
    ['inner result ""', { result: { code: '200', result: '' } }],
    ['inner result "null"', { result: { success: 'true', result: 'null' } }],
    ['flat, data null', { success: true, code: '200', data: null }],
    ['flat, without a result', { success: true, code: '200' }],
  ])('%s is no match', async (_form, body) => {
    expect(await answerOf(crossborder, body)).toMatchObject({ total: 0, offers: [], hasMore: false })
  })

  test.each<[string, object]>([
    ['nothing', {}],
    ['result null', { result: null }],
    ['a result that says nothing', { result: { data: [ITEM] } }],
    ['success unclear', { result: { success: 'perhaps', result: page } }],
  ])('%s is a bad response', async (_form, body) => {
    await expect(answerOf(crossborder, body)).rejects.toMatchObject({ code: 'upstream_bad_response' })
  })

  test('a later page without offers does not say that there are none', async () => {
    const body = { result: { success: true, result: { data: [] } } }
    expect((await answerOf(crossborder, body, { page: '3' })).total).toBeNull()
  })

  test('an address of a picture is searched in one call, without an upload or its id', async () => {
    const upstream = upstreamOf([responseOf(200, { result: { success: true, result: page } })], '5')
    const source = { url: 'https://cbu01.alicdn.com/img/ibank/x.jpg', sha256: 'bb' }
    const { offers } = await crossborder.search(source, queryOf({ page: '2' }), upstream)
    expect(offers).toHaveLength(1)
    expect(crossborder.callsFor(source, upstream.imageIds)).toBe(1)
    expect(upstream.sent.map(({ url }) => url.split('/').at(-2))).toEqual(['product.search.imageQuery'])
    expect(JSON.parse(upstream.sent[0]?.params.offerQueryParam ?? '')).toEqual({
      ...{ imageAddress: source.url, beginPage: 2, pageSize: 20, country: 'en' },
    })
  })

  test('every filter has a name at 1688, and they are joined by commas', async () => {
    const upstream = upstreamOf([responseOf(200, { result: { success: true, result: page } })], '5')
    const filter = 'fewRefunds,certifiedFactory,returns7d,ships48h,ships24h,dropship'
    await searchWith(crossborder, upstream, { filter, keyword: '杯' })
    expect(JSON.parse(upstream.sent[0]?.params.offerQueryParam ?? '')).toMatchObject({
      filter: 'isOnePsale,shipIn24Hours,shipIn48Hours,noReason7DReturn,certifiedFactory,qrr1',
      keyword: '杯',
    })
  })

  test('prices under conditions of their own stand beside an unknown price', async () => {
    const priceInfo = { price: '面议', promotionPrice: '7.5', consignPrice: '¥12', jxhyPrice: '6' }
    expect(await offerOf(CROSSBORDER, { priceInfo })).toMatchObject({
      ...{ price: null, priceMax: null, promotionPrice: '7.5', dropshipPrice: '12' },
    })
  })

  test('counts, rates, scores and truth are read as people write them', async () => {
    const item = {
      ...{ monthSold: '2.5万+', minOrderQuantity: '≥10件', repurchaseRate: '８%', tradeScore: '4.5' },
      ...{ isPatentProduct: 'False', onePsale: 1, sellerDataInfo: { tpYear: '3' } },
      sellerIdentities: 'powerful_merchants-实力商家 tp_member-诚信通',
    }
    expect(await offerOf(CROSSBORDER, item)).toMatchObject({
      ...{ monthlySales: 25_000, minOrder: 10, repurchaseRate: 0.08, tradeScore: 4.5 },
      ...{ patented: false, services: ['dropship'] },
      supplier: { years: 3, verified: true, badges: ['powerful_merchants', 'tp_member'] },
    })
  })

  test.each<[unknown, boolean | null]>([
    [['tp_member'], false],
    [[], false],
    ['super_factory-超级工厂', true],
    ['', null],
    [null, null],
  ])('a supplier with the identities %o is verified: %s', async (sellerIdentities, verified) => {
    expect((await offerOf(CROSSBORDER, { sellerIdentities }))?.supplier.verified).toBe(verified)
  })
})

describe('dropship', () => {
  test.each<[object, string | null, string | null]>([
    [{ price: null, fenxiaoPrice: '8.80' }, null, '8.80'],
    [{ price: '9', consignPrice: '8', fenxiaoPrice: '7' }, '9', '8'],
    [{ price: '9', consignPrice: '0', fenxiaoPrice: null }, '9', null],
  ])('%o has the price %s and the dropshipping price %s', async (item, price, dropshipPrice) => {
    expect(await offerOf(DROPSHIP, item)).toMatchObject({ price, dropshipPrice })
  })

  test('Chinese tags are services, and stay as badges', async () => {
    expect(await offerOf(DROPSHIP, { tags: ['一件代发', '24小时发货', '超级工厂'] })).toMatchObject({
      services: ['dropship', 'ships24h'],
      supplier: { badges: ['一件代发', '24小时发货', '超级工厂'] },
    })
  })

  test('a list within data within JSON within a text is read, with all digits of its ids', async () => {
    const data = '{"imageSearchResult":[{"offerId":9007199254740993555,"subject":"包"}]}'
    const { body } = await received(JSON.stringify({ code: 10000, msg: 'success', success: true, data }))
    const { offers } = await answerOf(dropship, body as object)
    expect(offers[0]?.offerId).toBe('9007199254740993555')
  })
})

test('image-search: no result is no match, in every form', async () => {
  for (const result of [null, undefined, '', 'null', []])
    expect(await answerOf(imageSearch, { alibaba_product_image_search_response: { result } })).toMatchObject({
      offers: [],
    })
  await expect(answerOf(imageSearch, {})).rejects.toMatchObject({ code: 'upstream_bad_response' })
})
