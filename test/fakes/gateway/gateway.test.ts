import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type AppAnswer, appClient } from './app-client.ts'
import { type Gateway, startGateway } from './index.ts'
import { type Form, imageSearchSign } from './signature.ts'

const SECRET = 'gateway-secret'
const TOKEN = 'gateway-token'
const IMAGE_SEARCH = 'com.alibaba.product/alibaba.product.image.search'
const UPLOAD = 'com.alibaba.fenxiao.crossborder/product.image.upload/1000'
const TIME = 'system/currentTime/1000'

/** The gateway's clock: it advances by a millisecond each time it is read, and by a second when a test says so. */
let nowMs = Date.now()
const passASecond = () => {
  nowMs += 1000
}

let gateway: Gateway
let app: ReturnType<typeof appClient>
let picture: Buffer
let productId: string

beforeAll(async () => {
  gateway = await startGateway({
    appKey: '1000',
    appSecret: SECRET,
    accessToken: TOKEN,
    maxQps: 3,
    now: () => ++nowMs,
  })
  app = appClient(gateway, SECRET, TOKEN)
  const [offer] = gateway.catalogue.offersOf('1f392@0')
  productId = offer?.productId ?? ''
  picture = (await gateway.catalogue.picture(offer?.picture ?? '')) ?? Buffer.alloc(0)
})
afterAll(() => gateway?.close())
beforeEach(() => {
  gateway.clearFaults()
  // So that no calls of one test count in the second of the next.
  passASecond()
  gateway.arrivals.length = 0
})

const imageSearch = (change: Form = {}, secret = SECRET) =>
  app.imageSearch({ imgBase64: picture.toString('base64'), ...change }, secret)
const aop = (...call: Parameters<typeof app.aop>) => app.aop(...call)
const upload = (bytes: Buffer) => app.upload({ imageBase64: bytes.toString('base64') })
const query = (imageId: string, more: object = {}) => app.query({ imageId, ...more })

describe('the image-search API', () => {
  test('checks app key, signature, timestamp and parameters, in this order', async () => {
    const order = [
      await imageSearch({ app_key: '' }, 'wrong'),
      await imageSearch({ app_key: '2000' }, 'wrong'),
      await imageSearch({ timestamp: '0' }, 'wrong'),
    ]
    passASecond()
    order.push(
      await imageSearch({ timestamp: '0', page: '0' }),
      await imageSearch({ page: '0' }),
      await imageSearch(),
    )
    expect(order.map(({ code }) => code)).toEqual([
      'gw.AppKeyMissing',
      'gw.AppKeyNotFound',
      'gw.SignatureInvalid',
      'gw.TimestampInvalid',
      'gw.ParamMissing',
      'ok',
    ])
  })

  test('rejects data URLs, other picture formats and pictures over 5 MiB', async () => {
    const large = Buffer.concat([picture, Buffer.alloc(5 * 1024 * 1024)]).toString('base64')
    const answers = [
      await imageSearch({ imgBase64: `data:image/jpeg;base64,${picture.toString('base64')}` }),
      await imageSearch({ imgBase64: Buffer.from('GIF89a').toString('base64') }),
      await imageSearch({ imgBase64: large }),
    ]
    expect(answers.map(({ status, code }) => [status, code])).toEqual([
      [400, 'isv.image-invalid'],
      [400, 'isv.image-invalid'],
      [413, '413'],
    ])
  })
})

test('AOP checks API, app key, signature, token and parameters, in this order', async () => {
  const order = [
    await aop('system/unknown/2000', {}, undefined, 'wrong'),
    await aop(UPLOAD.replace('1000', '2000'), {}, undefined, 'wrong'),
    await aop(UPLOAD, {}, undefined, 'wrong'),
  ]
  passASecond()
  order.push(await aop(UPLOAD, {}, 'wrong'), await aop(UPLOAD, {}), await aop(TIME, {}, undefined))
  expect(order.map(({ code }) => code)).toEqual([
    'gw.APIUnsupported',
    'gw.AppKeyNotFound',
    'gw.SignatureInvalid',
    '401',
    'gw.ParamMissing',
    'ok',
  ])
})

test('a value that was changed in transit is detected', async () => {
  const form = {
    app_key: '1000',
    timestamp: String(Date.now()),
    imgBase64: 'AA+/',
    searchType: '1',
    page: '1',
    pageSize: '20',
  }
  const sign = imageSearchSign(form, SECRET)
  const { code } = await app.post(IMAGE_SEARCH, { ...form, imgBase64: 'AA /', sign })
  expect(code).toBe('gw.SignatureInvalid')
})

test.each<[string, () => Promise<AppAnswer>, number, string]>([
  ['the image-search API', () => imageSearch(), 403, '403'],
  ['AOP', () => aop(TIME, {}, undefined), 400, 'gw.QosAppFrequencyLimit'],
])('the fourth call within a second is refused as %s does', async (_name, call, status, code) => {
  const answers = await Promise.all(Array.from({ length: 4 }, call))
  const refused = answers.filter((answer) => answer.code !== 'ok')
  expect(refused.map((answer) => [answer.status, answer.code])).toEqual([[status, code]])
  passASecond()
  expect((await call()).code).toBe('ok')
})

test('search type 1 finds the same product, type 2 similar ones as well', async () => {
  const found = async (searchType: string) => {
    const { body } = await imageSearch({ searchType })
    const { total, itemList } = body.alibaba_product_image_search_response?.result ?? {}
    return { total, offerIds: itemList?.map(({ offerId }: { offerId: number }) => String(offerId)).sort() }
  }
  const [same, similar] = [await found('1'), await found('2')]
  expect(same.offerIds).toEqual(
    gateway.catalogue
      .offersOf(productId)
      .map(({ offerId }) => offerId)
      .sort(),
  )
  expect(similar.total).toBeGreaterThan(same.total ?? 0)
})

test('an uploaded picture gets an ID to search with; one that is too large gets 0, which finds nothing', async () => {
  const { body } = await upload(picture)
  const imageId = String(body.result?.result)
  expect(imageId).toMatch(/^\d{19}$/)
  expect((await query(imageId)).body.result?.result).toMatchObject({
    currentPage: 1,
    data: expect.anything(),
  })
  const large = await upload(Buffer.concat([picture, Buffer.alloc(400 * 1024)]))
  expect(large.body.result).toMatchObject({ code: '200', result: '0' })
  passASecond()
  expect((await query('0')).body.result).toMatchObject({ success: 'false', result: null })
})

describe('a region of a picture', () => {
  let imageId: string
  const [left, right] = [
    { x1: 0, x2: 400, y1: 0, y2: 400 },
    { x1: 400, x2: 800, y1: 0, y2: 400 },
  ]
  const written = ({ x1, x2, y1, y2 }: typeof left) => [x1, x2, y1, y2].join(',')

  interface Found {
    data: { offerId: number }[]
    picRegionInfo: { currentRegion: string; yoloCropRegion: string }
  }
  async function found(region?: string) {
    const { result } = (await query(imageId, region === undefined ? {} : { region })).body.result ?? {}
    const { data, picRegionInfo } = result as Found
    return { ...picRegionInfo, first: gateway.catalogue.offer(String(data[0]?.offerId))?.productId }
  }

  beforeAll(async () => {
    const [other] = gateway.catalogue.offersOf('1f9f8@0')
    const halves = [picture, await gateway.catalogue.picture(other?.picture ?? '')]
    const composed = halves.map(async (half, at) => ({
      input: await sharp(half).resize(400, 400).toBuffer(),
      left: at * 400,
      top: 0,
    }))
    const collage = await sharp({ create: { width: 800, height: 400, channels: 3, background: '#fff' } })
      .composite(await Promise.all(composed))
      .jpeg()
      .toBuffer()
    imageId = String((await upload(collage)).body.result?.result)
  })

  test('decides what is found; each detected subject has a box that finds it', async () => {
    const [inLeft, inRight, anywhere] = [
      await found(written(left)),
      await found(written(right)),
      await found(),
    ]
    expect([inLeft.first, inRight.first]).toEqual([productId, '1f9f8@0'])
    expect([productId, '1f9f8@0']).toContain(anywhere.first)
    expect([inLeft.currentRegion, inRight.currentRegion]).toEqual(['0,400,0,400', '400,800,0,400'])
    const boxes = anywhere.yoloCropRegion.split(';')
    expect(boxes).toHaveLength(2)
    expect(boxes).toContain(anywhere.currentRegion)
    expect(inLeft.yoloCropRegion).toBe(anywhere.yoloCropRegion)
    passASecond()
    const byBox = await Promise.all(boxes.map((box) => found(box)))
    expect(byBox.map(({ first }) => first).sort()).toEqual([productId, '1f9f8@0'].sort())
  })

  test('outside the picture is a failure of the service', async () => {
    const { status, body } = await query(imageId, { region: '0,400,0,401' })
    expect([status, body.result]).toEqual([
      200,
      { success: 'false', code: '500', message: 'region is invalid', result: null },
    ])
  })
})

test('every call is logged with its time, API and outcome', async () => {
  const before = nowMs
  await imageSearch({ app_key: '2000' })
  gateway.setFault('token-expired', { times: 1 })
  await imageSearch()
  await imageSearch()
  expect(gateway.arrivals.map(({ outcome }) => outcome)).toEqual(['gw.AppKeyNotFound', '401', 'ok'])
  const times = gateway.arrivals.map(({ at }) => at)
  expect(times).toEqual(times.toSorted((a, b) => a - b))
  expect(times[0]).toBeGreaterThanOrEqual(before)
  expect(gateway.maxArrivalsPerSecond()).toBe(3)
})
