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
