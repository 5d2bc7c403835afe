import { expect, test } from 'vitest'
import { ratesFile } from '../testing/rates.ts'
import { fetchRates } from './fetch.ts'

const URL = 'https://rates.test/daily.xml'

function read(body: BodyInit | null, init?: ResponseInit) {
  return fetchRates(URL, 1000, async () => new Response(body, init))
}

const failureOf = (rates: Promise<unknown>) =>
  rates.then(
    (answer) => expect.fail(`no failure but ${JSON.stringify(answer)}`),
    (error) => error,
  )

test('rates come with their source, their day and when they were read', async () => {
  const before = Date.now()
  const { fetchedAt, ...rest } = await read(ratesFile())
  expect(rest).toEqual({
    base: 'EUR',
    date: '2026-11-20',
    rates: { USD: '1.0834', JPY: '168.20', CNY: '7.8512' },
    source: 'European Central Bank',
    stale: false,
  })
  expect(Date.parse(fetchedAt)).toBeGreaterThanOrEqual(before)
})

const dayFromNow = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

test('a day that has begun somewhere on earth is accepted', async () => {
  expect((await read(ratesFile(undefined, dayFromNow(0)))).date).toBe(dayFromNow(0))
})

test.each<[string, BodyInit | null, number, string]>([
  ['a page', '<html><h1>Welcome</h1></html>', 200, 'upstream_bad_response'],
  ['a truncated file', ratesFile().slice(0, -20), 200, 'upstream_bad_response'],
  ['nothing', '', 200, 'upstream_bad_response'],
  ['bytes that are not text', new Uint8Array(3000).fill(0xff), 200, 'upstream_bad_response'],
  ['a rate of zero', ratesFile([['USD', '0.000']]), 200, 'upstream_bad_response'],
  ['a negative rate', ratesFile([['USD', '-1.08']]), 200, 'upstream_bad_response'],
  ['an absurd rate', ratesFile([['USD', '100000000']]), 200, 'upstream_bad_response'],
  ['a rate with two points', ratesFile([['USD', '1.0.8']]), 200, 'upstream_bad_response'],
  ['a rate with endless digits', ratesFile([['USD', `1.${'3'.repeat(500)}`]]), 200, 'upstream_bad_response'],
  ['an unknown currency', ratesFile([['dollars', '1.08']]), 200, 'upstream_bad_response'],
  ["a property of JavaScript's", ratesFile([['__proto__', '1.08']]), 200, 'upstream_bad_response'],
  ['a rate of the euro itself', ratesFile([['EUR', '1']]), 200, 'upstream_bad_response'],
  ['the 31st of February', ratesFile(undefined, '2026-02-31'), 200, 'upstream_bad_response'],
  ['a 13th month', ratesFile(undefined, '2025-13-01'), 200, 'upstream_bad_response'],
  ['the day after tomorrow', ratesFile(undefined, dayFromNow(2)), 200, 'upstream_bad_response'],
  ['an empty response', null, 204, 'upstream_unavailable'],
  ['a good file, HTTP 500', ratesFile(), 500, 'upstream_unavailable'],
  ['a page, HTTP 403', '<html></html>', 403, 'upstream_unavailable'],
  ['a redirect', ratesFile(), 302, 'upstream_unavailable'],
])('%s is a failure that mentions the rates', async (_what, body, status, code) => {
  const failure = await failureOf(read(body, { status }))
  expect(failure).toMatchObject({ name: 'AppError', code })
  expect(failure.message).toMatch(/^The exchange rates .*1688 is not affected/)
})

test('no more than the limit is read of ten megabytes', async () => {
  let pulled = 0
  const large = new ReadableStream({
    type: 'bytes',
    pull(controller) {
      if (++pulled > 640) controller.close()
      else controller.enqueue(new TextEncoder().encode(' '.repeat(16_384)))
    },
  })
  expect(await failureOf(read(large))).toMatchObject({ code: 'upstream_bad_response' })
  expect(pulled).toBeLessThan(10)
})

test('a file of exactly the maximum size is read', async () => {
  expect((await read(ratesFile().padEnd(64 * 1024))).rates.USD).toBe('1.0834')
  expect(await failureOf(read(ratesFile().padEnd(64 * 1024 + 1)))).toMatchObject({
    code: 'upstream_bad_response',
  })
})

test('nothing but the address is sent, and redirects are not followed', async () => {
  let sent: Request | undefined
  await fetchRates(URL, 1000, async (url, init) => {
    sent = new Request(url, init)
    return new Response(ratesFile())
  })
  expect(sent).toMatchObject({ url: URL, method: 'GET', redirect: 'manual', body: null })
  expect([...(sent?.headers ?? [])]).toEqual([])
})

test('the timeout covers the wait for a response', async () => {
  const hang: typeof fetch = (_url, init) =>
    new Promise((_, reject) => init?.signal?.addEventListener('abort', () => reject(init.signal?.reason)))
  expect(await failureOf(fetchRates(URL, 30, hang))).toMatchObject({ code: 'upstream_timeout' })
})

test('the timeout also covers a body that stops arriving', async () => {
  let status = 0
  const watched: typeof fetch = async (...request) => {
    const response = await fetch(...request)
    status = response.status
    return response
  }
  const failure = await failureOf(fetchRates('https://stalls.test/', 300, watched))
  expect([failure.code, status]).toEqual(['upstream_timeout', 200])
})

test('the message of a broken connection is not passed on', async () => {
  const broken = () => Promise.reject(new Error('connect canary:443'))
  const failure = await failureOf(fetchRates(URL, 1000, broken))
  expect(failure).toMatchObject({ code: 'upstream_unavailable' })
  expect(failure.message).not.toContain('canary')
})
