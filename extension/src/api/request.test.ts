import { afterEach, expect, test, vi } from 'vitest'
import { AppError } from '../model/failure.ts'
import { request } from './request.ts'

const proxy = { address: 'https://proxy.example', clientKey: 'key' }
const ask = (timeoutMs = 1000) => request(new AbortController().signal, proxy, '/v1/usage', {}, timeoutMs)
const failure = async (promise: Promise<unknown>) => {
  const error = await promise.then(
    () => undefined,
    (reason) => reason,
  )
  return error instanceof AppError ? error.failure : error
}

afterEach(() => vi.unstubAllGlobals())

function answer(body: string, status: number): void {
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => new Response(body, { status })),
  )
}

test('the answer is returned, and the key is sent', async () => {
  answer('{"a":1}', 200)
  expect(await ask()).toEqual({ a: 1 })
  const [url, init] = vi.mocked(fetch).mock.calls[0] ?? []
  expect(url).toBe('https://proxy.example/v1/usage')
  expect(init?.headers).toMatchObject({ Authorization: 'Bearer key' })
})

test("the proxy's code, detail and wait are passed on", async () => {
  const problem = {
    type: 'urn:x',
    title: 'T',
    status: 503,
    detail: 'Wait.',
    code: 'busy',
    requestId: 'r',
    retryAfterMs: 7,
  }
  answer(JSON.stringify(problem), 503)
  expect(await failure(ask())).toEqual({ code: 'busy', detail: 'Wait.', requestId: 'r', retryAfterMs: 7 })
})

test.each([
  ['HTML', '<html></html>', 200],
  ['a failure of somebody else', '{"error":"no"}', 404],
  [
    'a code that is in no table',
    '{"type":"","title":"","status":500,"detail":"","code":"odd","requestId":""}',
    500,
  ],
])('%s is a bad answer', async (_, body, status) => {
  answer(body, status)
  expect(await failure(ask())).toEqual({ code: 'proxy_bad_answer' })
})

test('no connection differs from no network', async () => {
  vi.stubGlobal('fetch', async () => {
    throw new TypeError('failed')
  })
  vi.stubGlobal('navigator', { onLine: true })
  expect(await failure(ask())).toEqual({ code: 'proxy_unreachable' })
  vi.stubGlobal('navigator', { onLine: false })
  expect(await failure(ask())).toEqual({ code: 'offline' })
})

test('a missing answer times out', async () => {
  vi.stubGlobal('fetch', (_: string, { signal }: RequestInit) => {
    return new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason)))
  })
  expect(await failure(ask(5))).toEqual({ code: 'proxy_timeout' })
})

test.each([
  ['http://127.0.0.1:8787', 'loopback-network'],
  ['http://localhost:8787', 'local-network-access'],
  ['https://192.168.1.20', 'local-network'],
  ['https://office.local', 'local-network-access'],
])(
  'a connection to %s that the browser forbids says so, whichever name it has for that',
  async (address, known) => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('failed')))
    const query = async ({ name }: { name: string }) =>
      name === known ? { state: 'denied' } : Promise.reject(new TypeError('unknown'))
    vi.stubGlobal('navigator', { onLine: true, permissions: { query } })
    const asked = request(new AbortController().signal, { address, clientKey: 'key' }, '/v1/usage', {}, 1000)
    expect(await failure(asked)).toEqual({ code: 'local_network_denied' })
  },
)

test('where it is allowed, not asked yet or elsewhere, the proxy is what cannot be reached', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('failed')))
  for (const [address, state] of [
    ['http://127.0.0.1:8787', 'granted'],
    ['http://127.0.0.1:8787', 'prompt'],
    ['https://proxy.example', 'denied'],
    ['https://172.32.0.1', 'denied'],
  ]) {
    vi.stubGlobal('navigator', { onLine: true, permissions: { query: async () => ({ state }) } })
    const asked = request(
      new AbortController().signal,
      { address: address ?? '', clientKey: 'key' },
      '/',
      {},
      1000,
    )
    expect(await failure(asked)).toEqual({ code: 'proxy_unreachable' })
  }
})
