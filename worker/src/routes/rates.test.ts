import { env } from 'cloudflare:workers'
import { PATHS, type Problem, type Rates, type Usage } from '@find-on-1688/shared'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Bindings } from '../bindings.ts'
import { createTestClient, fetchWorker, statusAndCode, withoutObjects } from '../testing/http.ts'
import { ratesFile } from '../testing/rates.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

let key: string
let bindings: Bindings
let tests = 0
beforeAll(async () => {
  key = (await createTestClient()).key
})
beforeEach(() => {
  // An address of its own, so that no test knows the rates of another.
  bindings = withoutObjects({ RATES_URL: `https://rates.test/${++tests}.xml` })
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

function rates(changes: Partial<Bindings> = {}): Promise<Response> {
  const headers = { Authorization: `Bearer ${key}` }
  return fetchWorker(PATHS.rates, { headers }, { ...bindings, ...changes })
}
const ratesOf = async (changes?: Partial<Bindings>) => (await rates(changes)).json<Rates>()

/** Mocks the bank: one response after another, the last one again and again. */
function publish(...answers: (() => Response | Promise<Response>)[]) {
  const calls: Request[] = []
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (address, init) => {
    calls.push(new Request(address as string, init))
    const answer = answers[Math.min(calls.length, answers.length) - 1]
    return answer?.() ?? new Response(null, { status: 500 })
  })
  return calls
}
const file = (rate = '1.0834') => new Response(ratesFile([['USD', rate]]))
const broken = () => new Response('<html></html>')

/** Moves the date; the worker's own timers stay real. */
function letPass(ms: number): void {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ms })
}

/** A worker that knows only what is in its store. */
async function inAnotherIsolate(): Promise<Partial<Bindings>> {
  const record = await env.ANSWERS?.get(`rates:${bindings.RATES_URL}`)
  const url = `${bindings.RATES_URL}?other`
  if (record) await env.ANSWERS?.put(`rates:${url}`, record)
  return { RATES_URL: url }
}

describe('a request for rates', () => {
  test('needs a client key', async () => {
    const calls = publish(file)
    expect(await statusAndCode(await fetchWorker(PATHS.rates, {}, bindings))).toEqual([401, 'unauthorized'])
    const headers = { Authorization: `Bearer ${env.ADMIN_TOKEN}` }
    expect((await fetchWorker(PATHS.rates, { headers }, bindings)).status).toBe(401)
    expect(calls).toEqual([])
  })

  test("gets the bank's day and rates, and costs no search", async () => {
    publish(file)
    expect(await ratesOf({ DISPATCHER: env.DISPATCHER, USAGE: env.USAGE })).toEqual({
      base: 'EUR',
      date: '2026-11-20',
      rates: { USD: '1.0834' },
      source: 'European Central Bank',
      fetchedAt: expect.stringMatching(/^\d{4}-.*Z$/),
      stale: false,
    })
    const usage = await fetchWorker(PATHS.usage, { headers: { Authorization: `Bearer ${key}` } })
    expect((await usage.json<Usage>()).dailySearches.used).toBe(0)
  })

  test('passes nothing on: the bank sees neither key nor header', async () => {
    const calls = publish(file)
    await rates()
    expect(calls.map(({ url, method }) => [url, method])).toEqual([[bindings.RATES_URL, 'GET']])
    expect([...(calls[0]?.headers ?? [])]).toEqual([])
    expect(calls[0]?.url).not.toMatch(/canary/)
  })

  test('fails if RATES_URL is malformed, without showing its value', async () => {
    const calls = publish(file)
    for (const RATES_URL of ['file:///etc/passwd', 'passwd', ' ']) {
      const text = await (await rates({ RATES_URL })).text()
      expect(JSON.parse(text)).toMatchObject({ status: 503, code: 'not_configured' })
      expect(text).toContain('RATES_URL must be an http(s) address')
      expect(text).not.toContain('passwd')
    }
    expect(calls).toEqual([])
  })
})

describe('known rates', () => {
  test('serve for a day without another fetch', async () => {
    const calls = publish(file)
    const first = await ratesOf()
    letPass(DAY_MS - HOUR_MS)
    expect(await ratesOf()).toEqual(first)
    expect(calls).toHaveLength(1)
  })

  test('serve other isolates too', async () => {
    const calls = publish(file)
    const first = await ratesOf()
    expect(await ratesOf(await inAnotherIsolate())).toEqual(first)
    expect(calls).toHaveLength(1)
  })

  test('are fetched again once they are a day old', async () => {
    const calls = publish(
      () => file('1.1'),
      () => file('1.2'),
    )
    await rates()
    letPass(DAY_MS + 1000)
    expect(await ratesOf(await inAnotherIsolate())).toMatchObject({ rates: { USD: '1.2' }, stale: false })
    expect(calls).toHaveLength(2)
  })

  test('need no store: without one the isolate remembers them', async () => {
    const calls = publish(file)
    const { ANSWERS: _, ...without } = bindings
    bindings = without
    const first = await ratesOf()
    expect(await ratesOf()).toEqual(first)
    expect(calls).toHaveLength(1)
  })

  test.each<[string, object]>([
    ['fails', { get: () => Promise.reject(new Error('down')), put: () => Promise.reject(new Error('down')) }],
    ['never answers', { get: () => new Promise(() => {}), put: async () => {} }],
    ['holds something else', { get: async () => ({ base: 'USD' }), put: async () => {} }],
  ])('are fetched if the store %s', async (_what, store) => {
    publish(file)
    expect(await ratesOf({ ANSWERS: store as never })).toMatchObject({ rates: { USD: '1.0834' } })
  })

  test('serve ten concurrent requests with one fetch', async () => {
    const calls = publish(async () => {
      await new Promise((resolve) => setTimeout(resolve, 150))
      return file()
    })
    const answers = await Promise.all(Array.from({ length: 10 }, () => ratesOf()))
    for (const answer of answers) expect(answer).toEqual(answers[0])
    expect(calls).toHaveLength(1)
  })

  test('are fetched by another request if the one that was fetching is cut off', async () => {
    const calls = publish(() => new Promise(() => {}), file)
    void rates()
    await vi.waitFor(() => expect(calls).toHaveLength(1))
    const second = ratesOf()
    letPass(13_000)
    expect(await second).toMatchObject({ rates: { USD: '1.0834' } })
  })
})

describe('rates that cannot be fetched', () => {
  test('are replaced by the last ones, marked as stale', async () => {
    publish(file, broken)
    const first = await ratesOf()
    letPass(DAY_MS + 1000)
    expect(await ratesOf()).toEqual({ ...first, stale: true })
    expect(await ratesOf(await inAnotherIsolate())).toEqual({ ...first, stale: true })
  })

  test('are not replaced by ones older than a month', async () => {
    publish(file, broken)
    await rates()
    letPass(30 * DAY_MS + 1000)
    expect(await statusAndCode(await rates())).toEqual([502, 'upstream_bad_response'])
  })

  test.each<[string, () => Response | Promise<Response>, [number, string]]>([
    ['a page', broken, [502, 'upstream_bad_response']],
    ['a redirect', () => Response.redirect('https://evil.test/'), [502, 'upstream_unavailable']],
    ['no connection', () => Promise.reject(new Error('canary')), [502, 'upstream_unavailable']],
    ['ten megabytes', () => new Response(ratesFile().padEnd(10_000_000)), [502, 'upstream_bad_response']],
  ])('because of %s are a failure that does not blame 1688', async (_what, answer, [status, code]) => {
    const calls = publish(answer)
    const response = await rates()
    const problem = await response.json<Problem>()
    expect([problem.status, problem.code]).toEqual([status, code])
    expect(problem.detail).toMatch(/^The exchange rates .*1688 is not affected/)
    expect(Number(response.headers.get('Retry-After'))).toBeGreaterThan(50)
    expect(calls.map(({ url }) => url)).toEqual([bindings.RATES_URL])
  })

  test('are not requested again for a minute', async () => {
    const calls = publish(broken, file)
    await rates()
    expect(await statusAndCode(await rates())).toEqual([502, 'upstream_bad_response'])
    expect(calls).toHaveLength(1)
    letPass(61_000)
    expect((await rates()).status).toBe(200)
  })

  test('do not affect anything else', async () => {
    publish(broken)
    await rates()
    const headers = { Authorization: `Bearer ${key}` }
    expect((await fetchWorker(PATHS.usage, { headers })).status).toBe(200)
    expect((await fetchWorker(PATHS.health)).status).toBe(200)
  })
})
