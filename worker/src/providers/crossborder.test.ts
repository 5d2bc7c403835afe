import { describe, expect, test } from 'vitest'
import { errorOf, responseOf, searchWith, upstreamOf } from '../testing/upstream.ts'
import { crossborder as search } from './crossborder.ts'

const uploaded = (result: unknown, success: unknown = 'true') =>
  responseOf(200, { result: { success, result } })
const found = (data: unknown, more: object = {}, success: unknown = 'true') =>
  responseOf(200, { result: { success, result: { totalRecords: 95, data, ...more } } })
const ID = '1244408133008209457'
const ITEM = { offerId: 710891050473, subject: '裙' }

function sentJson(sent: { params: Record<string, string> } | undefined, name: string) {
  return JSON.parse(sent?.params[name] ?? 'null')
}

describe('the id of a picture', () => {
  test.each([
    ['"0"', '0'],
    ['0', 0],
    ['empty', ''],
    ['missing', undefined],
    ['null', null],
    ['words', 'ok'],
  ])('%s means that the picture was silently refused', async (_what, imageId) => {
    const failure = await errorOf(search, uploaded(imageId))
    expect(failure).toMatchObject({ code: 'upstream_rejected_image', isFinal: true })
  })

  test.each(['true', true])('success may be %o', async (success) => {
    const upstream = upstreamOf([uploaded(ID, success), found([ITEM], {}, success)])
    expect((await searchWith(search, upstream)).offers).toHaveLength(1)
    expect(sentJson(upstream.sent[1], 'offerQueryParam').imageId).toBe(ID)
  })

  test.each([
    ['false', 'upstream_unavailable'],
    [false, 'upstream_unavailable'],
    ['no', 'upstream_bad_response'],
    [null, 'upstream_bad_response'],
  ])('success %o is %s', async (success, code) => {
    expect((await errorOf(search, uploaded(ID, success))).code).toBe(code)
  })

  test('is used if it is known, without an upload', async () => {
    const upstream = upstreamOf([found([ITEM])], ID)
    await searchWith(search, upstream, { page: '2' })
    expect(upstream.sent.map(({ url }) => url.split('/').at(-2))).toEqual(['product.search.imageQuery'])
  })

  test.each([
    ['refused', responseOf(200, { result: { success: 'false', message: 'image not found' } })],
    ['answered with nonsense', responseOf(200, { result: { success: 'true', result: 'x' } })],
  ])('a known id that is %s is replaced once by a new upload', async (_what, stale) => {
    const healed = upstreamOf([stale, uploaded('5'), found([ITEM])], ID)
    expect((await searchWith(search, healed)).offers).toHaveLength(1)
    expect(sentJson(healed.sent[2], 'offerQueryParam').imageId).toBe('5')
    const hopeless = upstreamOf([stale, uploaded('5'), stale], ID)
    await expect(searchWith(search, hopeless)).rejects.toThrow()
    expect(hopeless.sent).toHaveLength(3)
  })

  test('a new id is replaced, once, if 1688 says that it has ended', async () => {
    const ended = responseOf(200, {
      result: { success: 'false', message: 'The picture session has expired' },
    })
    const healed = upstreamOf([uploaded(ID), ended, uploaded('5'), found([ITEM])])
    expect((await searchWith(search, healed)).offers).toHaveLength(1)
    const hopeless = upstreamOf([uploaded(ID), ended, uploaded('5'), ended])
    await expect(searchWith(search, hopeless)).rejects.toMatchObject({ code: 'upstream_rejected_image' })
    expect([healed.sent.length, hopeless.sent.length]).toEqual([4, 4])
    const refused = responseOf(200, { result: { success: 'false', message: 'image is too small' } })
    const once = upstreamOf([uploaded(ID), refused])
    await expect(searchWith(search, once)).rejects.toMatchObject({ isFinal: true })
    expect(once.sent).toHaveLength(2)
  })

  test('a faulty setting is no reason to upload again', async () => {
    const upstream = upstreamOf([responseOf(400, { error_code: 'gw.SignatureInvalid' })], ID)
    await expect(searchWith(search, upstream)).rejects.toMatchObject({ code: 'upstream_signature_rejected' })
    expect(upstream.sent).toHaveLength(1)
  })
})

describe('no match', () => {
  test.each([
    ['data missing', found(undefined, { totalRecords: 0 })],
    ['data null', found(null, { totalRecords: 0 })],
    ['data empty', found([], { totalRecords: 0 })],
    ['result null', responseOf(200, { result: { success: true, result: null } })],
    ['result missing', responseOf(200, { result: { success: true } })],
  ])('%s is an empty list, not a failure', async (_what, answer) => {
    const page = await searchWith(search, upstreamOf([answer], ID))
    expect(page).toMatchObject({ offers: [], total: 0, hasMore: false })
  })

  test.each([
    ['a string', 'x'],
    ['an object', {}],
    ['items that are no objects', [1, null, 'x']],
  ])('%s is a bad response', async (_what, data) => {
    const answers = [found(data), uploaded(ID), found(data)]
    await expect(searchWith(search, upstreamOf(answers, ID))).rejects.toMatchObject({
      code: 'upstream_bad_response',
    })
  })
})

test('a query is sent in full, with the order as JSON within JSON', async () => {
  const upstream = upstreamOf([found([ITEM])], ID)
  const query = {
    page: '2',
    pageSize: '30',
    language: 'ru',
    sort: 'price-asc',
    priceMin: '1',
    priceMax: '9.50',
  }
  const page = await searchWith(search, upstream, query)
  expect(sentJson(upstream.sent[0], 'offerQueryParam')).toEqual({
    ...{ imageId: ID, beginPage: 2, pageSize: 30, country: 'ru', sort: '{"price":"asc"}' },
    ...{ priceStart: '1', priceEnd: '9.50' },
  })
  expect(upstream.sent[0]?.params).toMatchObject({ access_token: 'token', _aop_timestamp: '1700000000000' })
  expect(page.hasMore).toBe(true)
  expect(page.notes.join()).toContain('within this page')
})

test('a region is sent as left, right, top, bottom; another region takes one call and no upload', async () => {
  const upstream = upstreamOf([uploaded(ID), found([ITEM])])
  await searchWith(search, upstream, { region: '10,20,300,400' })
  await searchWith(search, upstream, { region: '0,0,5,6' })
  await searchWith(search, upstream)
  expect(upstream.sent).toHaveLength(4)
  const regions = upstream.sent.slice(1).map((sent) => sentJson(sent, 'offerQueryParam').region)
  expect(regions).toEqual(['10,310,20,420', '0,5,0,6', undefined])
})

test('the answer says where the platform sees a subject, and `null` if it does not say', async () => {
  const picRegionInfo = { currentRegion: '0,400,100,500', yoloCropRegion: '0,400,100,500;500,800,100,500' }
  const current = { x: 0, y: 100, width: 400, height: 400 }
  expect((await searchWith(search, upstreamOf([found([ITEM], { picRegionInfo })], ID))).regions).toEqual({
    current,
    suggested: [current, { x: 500, y: 100, width: 300, height: 400 }],
  })
  expect((await searchWith(search, upstreamOf([found([ITEM])], ID))).regions).toBeNull()
})

test('a region that the platform refuses is named as the cause', async () => {
  const refused = responseOf(200, { result: { success: 'false', message: 'region is invalid' } })
  await expect(
    searchWith(search, upstreamOf([refused, uploaded(ID), refused], ID), { region: '1,1,9,9' }),
  ).rejects.toMatchObject({
    code: 'upstream_rejected_image',
    message: expect.stringContaining('region of the picture'),
  })
})

test.each([
  ['sales-desc', '{"monthSold":"desc"}'],
  ['price-desc', '{"price":"desc"}'],
  ['relevance', undefined],
])('the order %s is sent as %s', async (sort, sent) => {
  const upstream = upstreamOf([found([ITEM])], ID)
  await searchWith(search, upstream, { sort })
  expect(sentJson(upstream.sent[0], 'offerQueryParam').sort).toBe(sent)
})
