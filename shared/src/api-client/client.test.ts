import { describe, expect, test } from 'vitest'
import { createClient } from './client.ts'
import { createOperator } from './operator.ts'
import { ANSWER, events, fakeWorker, json, type Reply } from './testing/fake-worker.ts'

const ADDRESS = 'https://worker.example'
const KEY = 'f1688_key'
const JPEG = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0)
const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)

function connect(...replies: Reply[]) {
  const worker = fakeWorker(...replies)
  return { client: createClient({ address: ADDRESS, key: KEY }, { fetch: worker.fetch }), sent: worker.sent }
}

describe('a search', () => {
  test('sends the bytes, their type, the key and what was asked for', async () => {
    const { client, sent } = connect(json(ANSWER))
    const answer = await client.search(JPEG, {
      mode: 'same',
      pageSize: 5,
      filter: ['dropship', 'ships24h'],
      region: { x: 1, y: 2, width: 30, height: 40 },
      keyword: undefined,
      priority: 'batch',
    })
    expect(answer.offers[0]?.titleTranslated).toBe('Summer pleated skirt')
    const [request] = sent
    const url = new URL(request?.url ?? '')
    expect([url.origin, url.pathname]).toEqual([ADDRESS, '/v1/search'])
    expect(Object.fromEntries(url.searchParams)).toEqual({
      ...{ mode: 'same', pageSize: '5', filter: 'dropship,ships24h', region: '1,2,30,40', priority: 'batch' },
    })
    expect(request?.method).toBe('POST')
    expect(request?.body).toEqual(JPEG)
    expect(request?.redirect).toBe('manual')
    expect(Object.fromEntries(request?.headers ?? [])).toMatchObject({
      authorization: `Bearer ${KEY}`,
      'content-type': 'image/jpeg',
      accept: 'application/json',
    })
  })

  test.each([
    ['a PNG', PNG, 'image/png'],
    ['a Blob', new Blob([PNG]), 'image/png'],
    ['an ArrayBuffer', JPEG.buffer, 'image/jpeg'],
    ['a part of a larger buffer', Uint8Array.of(1, ...JPEG, 2).subarray(1, 5), 'image/jpeg'],
  ])('takes %s', async (_, picture, type) => {
    const { client, sent } = connect(json(ANSWER))
    await client.search(picture)
    expect(sent[0]?.headers.get('Content-Type')).toBe(type)
    expect(sent[0]?.body.length).toBe(type === 'image/png' ? PNG.length : JPEG.length)
  })

  test('takes an address, which has a route of its own', async () => {
    const { client, sent } = connect(json({ ...ANSWER, image: null }))
    await client.search({ imageUrl: 'https://cbu01.alicdn.com/img/1.jpg' }, { page: 2 })
    expect(sent[0]?.url).toBe(`${ADDRESS}/v1/search/address?page=2`)
    expect(sent[0]?.headers.get('Content-Type')).toBe('application/json')
    expect(JSON.parse(new TextDecoder().decode(sent[0]?.body))).toEqual({
      imageUrl: 'https://cbu01.alicdn.com/img/1.jpg',
    })
  })

  test('returns what came as it came: a signature covers what only a newer worker knows, too', async () => {
    const newer = { ...ANSWER, offers: [{ ...ANSWER.offers[0], madeOf: ['canvas'] }], weather: 'fine' }
    const { client } = connect(json(newer))
    expect(await client.search(JPEG)).toEqual(newer)
  })

  test('reports its progress, whatever pieces it comes in, and leaves out what it does not know', async () => {
    const text = [
      ': hello\n\n',
      'event: queued\ndata: {"position":3,"waitMs":1200}\n\n',
      'event: weather\ndata: {"rain":true}\n\n',
      'event: searching\ndata: {"attempt":1}\n\n',
      'event: retrying\ndata: {"reason":"upstream_throttled","waitMs":1000}\n\n',
      `event: result\ndata: ${JSON.stringify(ANSWER)}\n\n`,
    ].join('')
    const { client, sent } = connect(events(...(text.match(/.{1,7}/gs) ?? [])))
    const progress: unknown[] = []
    const answer = await client.search(JPEG, {}, { onProgress: (event) => progress.push(event) })
    expect(answer).toEqual(ANSWER)
    expect(sent[0]?.headers.get('Accept')).toBe('text/event-stream')
    expect(progress).toEqual([
      { event: 'queued', position: 3, waitMs: 1200 },
      { event: 'searching', attempt: 1 },
      { event: 'retrying', reason: 'upstream_throttled', waitMs: 1000 },
    ])
  })

  test('that asks for events takes JSON, too', async () => {
    const { client } = connect(json(ANSWER))
    expect(await client.search(JPEG, {}, { onProgress: () => {} })).toEqual(ANSWER)
  })
})

test('the key is sent only where it is needed', async () => {
  const health = { status: 'ok', service: 'find-on-1688', version: '1.0.0', provider: 'crossborder' }
  const { client, sent } = connect(json(health), json({ keys: [] }))
  expect(await client.health()).toEqual(health)
  expect(await client.attestationKeys()).toEqual({ keys: [] })
  expect(sent.map(({ url }) => new URL(url).pathname)).toEqual(['/v1/health', '/v1/attestation-keys'])
  expect(sent.some(({ headers }) => headers.has('Authorization'))).toBe(false)
})

test('quota and rates are asked for with the key', async () => {
  const usage = {
    client: { id: '00', name: 'Li' },
    dailySearches: { limit: 200, used: 3, resetsAt: '2026-11-29T00:00:00.000Z' },
    expiresAt: null,
  }
  const rates = {
    ...{ base: 'EUR', date: '2026-11-27', rates: { CNY: '7.6' }, source: 'European Central Bank' },
    ...{ fetchedAt: '2026-11-28T01:00:00.000Z', stale: false },
  }
  const { client, sent } = connect(json(usage), json(rates))
  expect(await client.usage()).toEqual(usage)
  expect(await client.rates()).toEqual(rates)
  expect(sent.map(({ url }) => new URL(url).pathname)).toEqual(['/v1/usage', '/v1/rates'])
  expect(sent.map(({ headers }) => headers.get('Authorization'))).toEqual(Array(2).fill(`Bearer ${KEY}`))
})

test('an offer is asked for by its id, which cannot lead to another path', async () => {
  const answer = {
    ...ANSWER.offers[0],
    ...{ shipping: { weightKg: 0.2, lengthCm: null, widthCm: null, heightCm: null } },
    ...{ provider: 'crossborder', cached: true },
  }
  const { client, sent } = connect(json(answer))
  expect(await client.offer('710891050473', { language: 'ru' })).toEqual(answer)
  await client.offer('../admin/clients').catch(() => {})
  expect(sent.map(({ url }) => url.slice(ADDRESS.length))).toEqual([
    '/v1/offers/710891050473?language=ru',
    '/v1/offers/..%2Fadmin%2Fclients',
  ])
})

describe('a connection', () => {
  test('may be a connection code', async () => {
    const { fetch, sent } = fakeWorker(json(ANSWER))
    await createClient('find1688:https://worker.example#f1688_key', { fetch }).search(JPEG)
    expect(sent[0]?.url).toBe(`${ADDRESS}/v1/search`)
    expect(sent[0]?.headers.get('Authorization')).toBe(`Bearer ${KEY}`)
  })

  test.each([
    'https://worker.example/',
    'https://worker.example/find/',
    'http://127.0.0.1:8787',
    'http://[::1]:1',
  ])('may be at %s', async (address) => {
    const { fetch, sent } = fakeWorker(json(ANSWER))
    await createClient({ address, key: KEY }, { fetch }).search(JPEG)
    expect(sent[0]?.url).toBe(`${address.replace(/\/$/, '')}/v1/search`)
  })

  test.each([
    ['plain http to a network', { address: 'http://worker.example', key: KEY }],
    [
      'plain http to a name that only begins like this machine',
      { address: 'http://localhost.example', key: KEY },
    ],
    ['another protocol', { address: 'ftp://worker.example', key: KEY }],
    ['a name and password in the address', { address: 'https://a:b@worker.example', key: KEY }],
    ['no address', { address: 'worker', key: KEY }],
    ['no key', { address: ADDRESS, key: '' }],
    ['a key with a line break', { address: ADDRESS, key: 'f1688\r\nCookie: a=b' }],
    ['half of a connection code', 'find1688:https://worker.example'],
  ])('with %s is refused before anything is sent, and the key is not in the message', (_, connection) => {
    const { fetch, sent } = fakeWorker(json(ANSWER))
    const error = errorOf(() => createClient(connection, { fetch }))
    expect(error).toMatchObject({ name: 'ApiError', code: 'invalid_connection', status: undefined })
    expect(`${error}`).not.toContain('f1688_key')
    expect(sent).toEqual([])
  })

  test('to a network that nobody else listens on may be plain http where that is asked for', async () => {
    const { fetch, sent } = fakeWorker(json(ANSWER))
    const connection = { address: 'http://worker:8787', key: KEY }
    await createClient(connection, { fetch, allowPlainHttp: true }).search(JPEG)
    expect(sent).toHaveLength(1)
  })
})

test('the operator creates, lists and revokes clients with the ADMIN_TOKEN', async () => {
  const issued = {
    ...{ id: '0123456789abcdef', name: 'Li', createdAt: '2026-11-28T00:00:00.000Z', dailySearches: 200 },
    ...{ searchesPerMinute: null, expiresAt: null },
  }
  const { fetch, sent } = fakeWorker(
    json({ ...issued, key: 'f1688_new' }, 201),
    json({ clients: [{ ...issued, searchesToday: 4 }], cursor: 'next page' }),
    json({ clients: [], cursor: null }),
    new Response(null, { status: 204 }),
  )
  const operator = createOperator({ address: ADDRESS, adminToken: 'admin-token-0123' }, { fetch })
  expect((await operator.createClient({ name: 'Li', dailySearches: 200 })).key).toBe('f1688_new')
  const { clients, cursor } = await operator.clients()
  expect(clients[0]?.searchesToday).toBe(4)
  await operator.clients({ cursor: cursor ?? '' })
  expect(await operator.revoke(issued.id)).toBeUndefined()
  expect(sent.map(({ method, url }) => `${method} ${url.slice(ADDRESS.length)}`)).toEqual([
    'POST /v1/admin/clients',
    'GET /v1/admin/clients',
    'GET /v1/admin/clients?cursor=next+page',
    'DELETE /v1/admin/clients/0123456789abcdef',
  ])
  expect(JSON.parse(new TextDecoder().decode(sent[0]?.body))).toEqual({ name: 'Li', dailySearches: 200 })
  expect(new Set(sent.map(({ headers }) => headers.get('Authorization')))).toEqual(
    new Set(['Bearer admin-token-0123']),
  )
})

test('the operator has the doctor look, and reads the hours of the week', async () => {
  const doctor = { status: 'ok', provider: 'crossborder', recommended: 'crossborder', checks: [], apps: [] }
  const { fetch, sent } = fakeWorker(json(doctor), json({ hours: [] }))
  const operator = createOperator({ address: ADDRESS, adminToken: 'admin-token-0123' }, { fetch })
  expect(await operator.doctor()).toEqual(doctor)
  expect(await operator.metrics()).toEqual({ hours: [] })
  expect(sent.map(({ url }) => new URL(url).pathname)).toEqual(['/v1/admin/doctor', '/v1/admin/metrics'])
})

function errorOf(work: () => unknown): unknown {
  try {
    work()
  } catch (error) {
    return error
  }
  return expect.fail('it did not fail')
}
