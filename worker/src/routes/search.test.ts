import { env } from 'cloudflare:workers'
import { LIMITS, PATHS, type SearchAnswer } from '@find-on-1688/shared'
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import {
  createTestClient,
  fetchWorker,
  jpegOf,
  mockGateway,
  searchInit,
  statusAndCode,
  withoutObjects,
} from '../testing/http.ts'

const OFFER = {
  offerId: '714',
  subject: '背包',
  price: '25.50',
  detailUrl: 'https://detail.1688.com/offer/714.html',
}
const FOUND = { result: { success: 'true', result: { totalRecords: 95, data: [OFFER], offerId: '714' } } }
const UPLOADED = { result: { success: 'true', result: '1688' } }
const answerBoth = (api: string) => (api.includes('upload') ? UPLOADED : FOUND)

let key: string
beforeAll(async () => {
  key = (await createTestClient()).key
})
afterEach(() => vi.restoreAllMocks())

function search(body: BodyInit, type?: string, query = '', bindings = env): Promise<Response> {
  return fetchWorker(PATHS.search + query, searchInit(key, body, type), bindings)
}

/** A body that records how much of it was read. */
function watched(chunks: Uint8Array[]) {
  const read = { chunks: 0 }
  const body = new ReadableStream(
    {
      type: 'bytes',
      pull: (controller: ReadableByteStreamController) => {
        const chunk = chunks[read.chunks++]
        if (chunk) controller.enqueue(chunk)
        else controller.close()
      },
    },
    { highWaterMark: 0 },
  )
  return { body, read }
}

describe('before anything is spent', () => {
  test('a request without a valid key is refused with its body unread', async () => {
    const calls = mockGateway(() => FOUND)
    for (const authorization of [undefined, 'Bearer wrong', `Basic ${key}`, `Bearer ${key}x`]) {
      const { body, read } = watched([jpegOf(400, 400)])
      const headers = { 'Content-Type': 'image/jpeg', ...(authorization && { Authorization: authorization }) }
      const response = await fetchWorker(PATHS.search, { method: 'POST', headers, body })
      expect(await statusAndCode(response)).toEqual([401, 'unauthorized'])
      expect(read.chunks).toBe(0)
    }
    expect(calls).toEqual([])
  })

  test.each<[string, BodyInit, string, number, string]>([
    ['another type', jpegOf(400, 400), 'text/plain', 415, 'image_unsupported'],
    ['a WebP by its type', jpegOf(400, 400), 'image/webp', 415, 'image_unsupported'],
    ['a page that calls itself a picture', '<html></html>', 'image/jpeg', 415, 'image_unsupported'],
    ['bytes of no known kind', new Uint8Array(500), 'image/jpeg', 415, 'image_unsupported'],
    ['a GIF that calls itself PNG', 'GIF89a\x10\0\x10\0\0\0\0;', 'image/png', 415, 'image_unsupported'],
    ['nothing', '', 'image/jpeg', 415, 'image_unsupported'],
    ['a header cut off', jpegOf(400, 400).slice(0, 8), 'image/jpeg', 415, 'image_unsupported'],
    ['a side too long', jpegOf(16_385, 400), 'image/jpeg', 413, 'image_too_large'],
    ['one byte too many', jpegOf(400, 400, LIMITS.pictureBytes), 'image/jpeg', 413, 'image_too_large'],
    [
      'an address instead',
      '{"imageUrl":"https://example.com/a.jpg"}',
      'application/json',
      501,
      'not_supported',
    ],
  ])('%s is refused', async (_name, body, type, status, code) => {
    const calls = mockGateway(() => FOUND)
    expect(await statusAndCode(await search(body, type))).toEqual([status, code])
    expect(calls).toEqual([])
  })

  test('a body that claims to be small but is not is read no further than the limit', async () => {
    const { body, read } = watched(Array.from({ length: 40 }, () => new Uint8Array(1024 * 1024)))
    expect(await statusAndCode(await search(body))).toEqual([413, 'image_too_large'])
    expect(read.chunks).toBeLessThanOrEqual(7)
  })

  test('a body that claims to be too large is not read', async () => {
    const { body, read } = watched([jpegOf(400, 400)])
    const init = searchInit(key, body)
    const headers = { ...(init.headers as object), 'Content-Length': String(LIMITS.pictureBytes + 1) }
    expect(await statusAndCode(await fetchWorker(PATHS.search, { ...init, headers }))).toEqual([
      413,
      'image_too_large',
    ])
    expect(read.chunks).toBe(0)
  })

  test.each([
    '?mode=other',
    '?page=0',
    '?page=1.5',
    '?pageSize=51',
    '?priceMin=5&priceMax=4',
    '?admin=1',
    '?priceMin=-1',
    '?page=1&page=2',
    '?page=1&page=1',
    '?mode=same&page=1&%6Dode=similar',
    '?nothing&nothing',
    '?filter=cheap',
    '?filter=dropship,dropship',
    '?keyword=%20',
  ])('the query %s is refused', async (query) => {
    const calls = mockGateway(() => FOUND)
    expect(await statusAndCode(await search(jpegOf(400, 400), 'image/jpeg', query))).toEqual([
      400,
      'invalid_request',
    ])
    expect(calls).toEqual([])
  })

  test.each<[string, object]>([
    ['PROVIDER', { PROVIDER: 'taobao' }],
    ['GATEWAY_URL', { GATEWAY_URL: 'file:///etc/passwd' }],
    ['MAX_QPS', { MAX_QPS: 'many' }],
    ['APP_KEY', { APP_KEY: undefined }],
    ['APP_SECRET', { APP_SECRET: ' ' }],
    ['ACCESS_TOKEN', { ACCESS_TOKEN: undefined }],
  ])('a worker with a wrong %s says so by name, without values', async (name, change) => {
    const response = await search(jpegOf(400, 400), 'image/jpeg', '', { ...env, ...change })
    const text = await response.text()
    expect(JSON.parse(text)).toMatchObject({ status: 503, code: 'not_configured' })
    expect(text).toContain(name)
    expect(text).not.toMatch(/canary|taobao|passwd/)
  })
})

describe('a search', () => {
  test('answers with what was searched and what was found', async () => {
    const calls = mockGateway(answerBoth)
    const picture = jpegOf(400, 300)
    const response = await search(picture, 'image/jpeg; charset=binary', '?page=2&pageSize=10')
    const answer = await response.json<SearchAnswer>()
    expect(response.status).toBe(200)
    expect(answer).toMatchObject({
      provider: 'crossborder',
      mode: 'same',
      page: 2,
      pageSize: 10,
      total: 95,
      hasMore: true,
      cached: false,
      notes: [expect.stringContaining('mixes same and similar offers')],
      image: { bytes: picture.length, width: 400, height: 300 },
      offers: [{ offerId: '714' }],
    })
    expect(calls.map(({ api }) => /upload|query/i.exec(api)?.[0].toLowerCase())).toEqual(['upload', 'query'])
    expect(calls[0]?.form.get('uploadImageParam')).toContain(picture.toBase64())
  })

  test("of the next page reuses the picture's id; another picture has its own", async () => {
    const calls = mockGateway(answerBoth)
    const picture = jpegOf(400, 300)
    await search(picture)
    await search(picture, 'image/jpeg', '?page=2')
    await search(jpegOf(400, 300))
    expect(calls.map(({ api }) => (api.includes('upload') ? 'upload' : 'query'))).toEqual([
      'upload',
      'query',
      'query',
      'upload',
      'query',
    ])
  })

  test('of a small picture carries a note', async () => {
    mockGateway(answerBoth)
    const notesOf = async (width: number, height: number) =>
      (await (await search(jpegOf(width, height))).json<SearchAnswer>()).notes.join()
    expect(await notesOf(299, 300)).toContain('299×300')
    expect(await notesOf(300, 300)).not.toContain('300×300')
  })

  test('shows no secret in answers or logs, whether it fails or succeeds', async () => {
    const logged: unknown[] = []
    for (const level of ['log', 'info', 'warn', 'error', 'debug'] as const)
      vi.spyOn(console, level).mockImplementation((...words) => void logged.push(...words))
    mockGateway((_api, form) => ({ error_code: '400', error_message: `bad: ${form}` }))
    const response = await search(jpegOf(400, 400))
    const text = (await response.text()) + JSON.stringify([...response.headers]) + JSON.stringify(logged)
    expect(response.status).toBeGreaterThanOrEqual(500)
    expect(text).not.toMatch(/canary/i)
    expect(text).not.toContain(encodeURIComponent('canary+app/secret='))
  })

  test('that fails unexpectedly is an internal error that says nothing of the cause', async () => {
    const logged: string[] = []
    vi.spyOn(console, 'error').mockImplementation((...words) => void logged.push(words.join(' ')))
    const CLIENTS = { get: () => Promise.reject(new Error('canary: KV is down')) } as unknown as KVNamespace
    const response = await search(jpegOf(400, 400), 'image/jpeg', '', { ...env, CLIENTS })
    const text = await response.text()
    expect(JSON.parse(text)).toMatchObject({ status: 500, code: 'internal' })
    expect(text + logged.join()).not.toContain('canary')
    expect(logged.join()).toContain('"error":"Error"')
  })
})

test("a camera's metadata is not passed on to the platform", async () => {
  const calls = mockGateway(answerBoth)
  const plain = jpegOf(400, 400)
  const words = new TextEncoder().encode('Exif\0\0 canary: where and when')
  const exif = [0xff, 0xe1, 0, words.length + 2, ...words]
  const response = await search(Uint8Array.from([...plain.subarray(0, 2), ...exif, ...plain.subarray(2)]))
  expect((await response.json<SearchAnswer>()).image?.bytes).toBe(plain.length + exif.length)
  const { imageBase64 } = JSON.parse(calls[0]?.form.get('uploadImageParam') ?? '{}')
  expect(Uint8Array.fromBase64(imageBase64)).toEqual(plain)
})

test('a page beyond all that 1688 serves costs no call and no search, and says so', async () => {
  const calls = mockGateway(() => FOUND)
  const client = await createTestClient({ name: 'far', dailySearches: 1 })
  for (const query of ['?page=41&pageSize=50', '?page=2000']) {
    const init = searchInit(client.key, jpegOf(400, 400))
    const response = await fetchWorker(`${PATHS.search}${query}`, init, withoutObjects())
    expect(await response.json<SearchAnswer>()).toMatchObject({
      ...{ offers: [], hasMore: false, cached: false },
      notes: expect.arrayContaining([expect.stringContaining('2,000')]),
    })
  }
  expect(calls).toEqual([])
})
