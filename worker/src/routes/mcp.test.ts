import { LIMITS, PATHS, type SearchAnswer } from '@find-on-1688/shared'
import { describe, expect, test } from 'vitest'
import {
  createTestClient,
  crossborderWith,
  fetchWorker,
  ITEM,
  jpegOf,
  mockGateway,
  searchInit,
  statusAndCode,
  withoutObjects,
} from '../testing/http.ts'
import { callTool, messageOf, sendMcp } from '../testing/mcp.ts'

const PING = { jsonrpc: '2.0', id: 7, method: 'ping' }
const imageOf = (bytes: Uint8Array) => ({ image: bytes.toBase64() })

describe('the transport', () => {
  test('a wrong key is refused before the body is read, as anywhere', async () => {
    const body = new ReadableStream({
      pull: () => {
        throw new Error('read')
      },
    })
    const headers = { Authorization: 'Bearer wrong', 'Content-Type': 'application/json' }
    const response = await fetchWorker(PATHS.mcp, { method: 'POST', headers, body }, withoutObjects())
    expect(response.headers.get('WWW-Authenticate')).toBe('Bearer')
    expect(await statusAndCode(response)).toEqual([401, 'unauthorized'])
  })

  test.each(['GET', 'DELETE'])('%s is not allowed: there are no sessions', async (method) => {
    const response = await fetchWorker(PATHS.mcp, { method })
    expect([response.status, response.headers.get('Allow')]).toEqual([405, 'POST'])
  })

  test('no session is begun', async () => {
    const { key } = await createTestClient()
    const params = {
      protocolVersion: '2025-06-18',
      capabilities: {},
      clientInfo: { name: 'test', version: '1' },
    }
    const response = await sendMcp(key, { jsonrpc: '2.0', id: 1, method: 'initialize', params })
    expect(response.headers.get('Mcp-Session-Id')).toBeNull()
    const { result } = await messageOf<{ protocolVersion: string; instructions: string }>(response)
    expect(result.protocolVersion).toBe('2025-06-18')
    expect(result.instructions).toContain('untrusted')
  })

  test.each([
    ['https://evil.test', 403],
    ['http://localhost:6274', 403],
    ['null', 403],
    ['chrome-extension://abc', 200],
    [undefined, 200],
  ])('the Origin %s is answered with %i', async (origin, status) => {
    const { key } = await createTestClient()
    expect((await sendMcp(key, PING, origin === undefined ? {} : { Origin: origin })).status).toBe(status)
  })

  test.each([
    ['text', 'no JSON', {}, 400],
    ['a protocol that is not known', PING, { 'MCP-Protocol-Version': '1999-01-01' }, 400],
    ['another type', PING, { 'Content-Type': 'text/plain' }, 415],
  ])('%s is a fault of the protocol', async (_, message, headers, status) => {
    const { key } = await createTestClient()
    const response = await sendMcp(key, message, headers)
    expect(response.status).toBe(status)
    expect((await messageOf(response)).error?.code).toBeLessThan(0)
  })

  test('a body over the limit is refused with what to do', async () => {
    const { key } = await createTestClient()
    const response = await sendMcp(key, ' '.repeat(LIMITS.pictureBytes * 2))
    expect(response.status).toBe(413)
    expect((await messageOf(response)).error?.message).toContain('Reduce it')
  })

  test('a tool that is not there is a fault of the protocol', async () => {
    const { key } = await createTestClient()
    const params = { name: 'buy', arguments: {} }
    const response = await sendMcp(key, { jsonrpc: '2.0', id: 1, method: 'tools/call', params })
    expect((await messageOf(response)).error?.code).toBe(-32602)
  })
})

describe('search_by_image', () => {
  test('answers with the fields of the route, counts as a search, and says what is left', async () => {
    mockGateway(crossborderWith([ITEM]))
    const { key } = await createTestClient({ name: 'agent', dailySearches: 3 })
    const picture = jpegOf(400, 400)
    const { structuredContent, text } = await callTool(key, 'search_by_image', imageOf(picture))
    const response = await fetchWorker(PATHS.search, searchInit(key, picture))
    const { searchId, attestation, ...answer } = await response.json<SearchAnswer>()
    expect(structuredContent).toEqual({
      ...answer,
      searchId: expect.any(String),
      attestation: expect.any(String),
      cached: false,
    })
    expect(text).toContain('2 of 3 searches left today')
    expect(text).toContain('price 25.50 CNY')
  })

  test('says unknown where the price is, never 0', async () => {
    mockGateway(crossborderWith([{ offerId: '714', subject: '背包' }]))
    const { key } = await createTestClient()
    const { text } = await callTool(key, 'search_by_image', imageOf(jpegOf(400, 400)))
    expect(text).toContain('offer 714 · price unknown · minimum order unknown')
    expect(text).not.toMatch(/\b0(\.0+)? CNY/)
  })

  test('sends what it is asked for', async () => {
    const calls = mockGateway(crossborderWith([]))
    const { key } = await createTestClient()
    const picture = jpegOf(400, 400)
    const { text, isError } = await callTool(key, 'search_by_image', {
      image: `data:image/jpeg;base64,${picture.toBase64()}`,
      page: 2,
      pageSize: 10,
      priceMin: '1.50',
      keyword: '背包',
      region: '0,0,200,200',
      filter: ['ships24h', 'dropship'],
      sort: 'price-asc',
      language: 'fr',
    })
    expect(isError, text).toBeUndefined()
    expect(text).toContain('No offers found')
    const param = JSON.parse(calls.at(-1)?.form.get('offerQueryParam') ?? '{}')
    expect(param).toMatchObject({
      beginPage: 2,
      pageSize: 10,
      priceStart: '1.50',
      keyword: '背包',
      country: 'fr',
    })
  })

  test.each([
    [{}, 'Give either image or imageUrl'],
    [{ image: 'AAAA', imageUrl: 'https://cbu01.alicdn.com/a.jpg' }, 'Give either image or imageUrl'],
    [{ image: 'no base64!' }, 'is not base64'],
    [{ image: 'data:text/plain,x' }, 'must be base64'],
    [{ imageUrl: 'file:///etc/passwd' }, 'an http(s) address'],
    [{ image: 'AAAA', page: '2' }, 'page'],
    [{ image: 'AAAA', pageSize: 51 }, 'pageSize'],
    [{ image: 'AAAA', filter: ['cheap'] }, 'filter'],
    [{ image: 'AAAA', colour: 'red' }, 'colour: is not known here'],
    [{ image: 'AAAA', priceMin: '2', priceMax: '1' }, 'priceMin must not be above priceMax'],
  ])('%j is refused with a sentence', async (args, sentence) => {
    const { key } = await createTestClient()
    const { isError, text, _meta } = await callTool(key, 'search_by_image', args)
    expect(isError).toBe(true)
    expect(text).toMatch(/^invalid_request: /)
    expect(text).toContain(sentence)
    expect(text).toContain('Next step: ')
    expect(_meta).toMatchObject({ 'find-on-1688/problem': { code: 'invalid_request', status: 400 } })
  })

  test.each([
    [imageOf(new TextEncoder().encode('RIFF____WEBPVP8 ')), 'image_unsupported'],
    [{ image: '' }, 'image_unsupported'],
    [imageOf(jpegOf(400, 400, LIMITS.pictureBytes)), 'image_too_large'],
    [{ imageUrl: 'https://shop.example/a.jpg' }, 'not_supported'],
    [{ imageUrl: 'http://127.0.0.1/a.jpg' }, 'invalid_request'],
  ])('a picture that the route refuses is a failure of the tool (%#)', async (args, code) => {
    const { key } = await createTestClient()
    const { isError, text } = await callTool(key, 'search_by_image', args)
    expect([isError, text.split(':')[0]]).toEqual([true, code])
  })

  test('a used-up day says when to ask again', async () => {
    mockGateway(crossborderWith([]))
    const { key } = await createTestClient({ name: 'agent', dailySearches: 1 })
    await callTool(key, 'search_by_image', imageOf(jpegOf(400, 400)))
    const { isError, text, structuredContent } = await callTool(
      key,
      'search_by_image',
      imageOf(jpegOf(400, 400)),
    )
    expect([isError, structuredContent]).toEqual([true, undefined])
    expect(text).toMatch(/^quota_exhausted: /)
    expect(text).toMatch(/Wait at least \d+ s before the next call \(retryAfterMs: \d+\)/)
  })
})

test('an offer number leads to no other route', async () => {
  const { key } = await createTestClient()
  for (const offerId of ['../usage', '..%2Fusage', '1', '710891050473?language=ru', 710891050473]) {
    const { isError, text } = await callTool(key, 'get_offer', { offerId })
    expect([isError, text.split(':')[0]]).toEqual([true, 'invalid_request'])
  }
})

test('the usage of the day costs nothing', async () => {
  const { key } = await createTestClient({ name: 'agent', dailySearches: 2 })
  for (let i = 0; i < 3; i++) {
    const { text, structuredContent } = await callTool(key, 'usage')
    expect(text).toMatch(/^2 of 2 searches left today; they reset at \d{4}-/)
    expect(structuredContent).toMatchObject({ dailySearches: { limit: 2, used: 0 } })
  }
})
