import { PATHS, type Rates } from '@find-on-1688/shared'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { proxyItem, ratesItem } from '../model/stored-items.ts'
import { currentRates } from './rates.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const NOON = Date.parse('2026-11-24T12:00:00Z')

const asked: string[] = []
let answer: () => Response | Promise<Response>

/** As the worker answers at the very moment, having read them from the bank `ageMs` ago. */
function rates(usd = '1.0834', ageMs = 0, stale = false): Rates {
  return {
    base: 'EUR',
    date: '2026-11-24',
    rates: { USD: usd, CNY: '7.8512' },
    source: 'European Central Bank',
    fetchedAt: new Date(Date.now() - ageMs).toISOString(),
    stale,
  }
}

const ask = () => currentRates(new AbortController().signal)
const unreachable = () => Promise.reject(new TypeError('failed'))

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOON })
  fakeBrowser.reset()
  asked.length = 0
  answer = () => Response.json(rates())
  await proxyItem.setValue({ address: 'https://proxy.example', clientKey: 'key' })
  vi.stubGlobal('navigator', { onLine: true })
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url)
    return answer()
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

function letPass(ms: number): void {
  vi.setSystemTime(Date.now() + ms)
}

test('rates are requested once a day', async () => {
  const first = await ask()
  expect(first).toEqual(rates())
  letPass(23 * HOUR_MS)
  expect(await ask()).toEqual(first)
  expect(asked).toEqual([`https://proxy.example${PATHS.rates}`])
  letPass(HOUR_MS)
  answer = () => Response.json(rates('1.2'))
  expect((await ask()).rates.USD).toBe('1.2')
  expect(asked).toHaveLength(2)
})

test('the day counts from when the worker read them', async () => {
  answer = () => Response.json(rates('1.1', 20 * HOUR_MS))
  await ask()
  letPass(5 * HOUR_MS)
  answer = () => Response.json(rates('1.2'))
  expect((await ask()).rates.USD).toBe('1.2')
})

test('stale rates are returned, and requested again after an hour', async () => {
  answer = () => Response.json(rates('1.1', 30 * HOUR_MS, true))
  expect((await ask()).stale).toBe(true)
  letPass(59 * MINUTE_MS)
  expect((await ask()).stale).toBe(true)
  expect(asked).toHaveLength(1)
  letPass(MINUTE_MS)
  answer = () => Response.json(rates('1.2'))
  expect(await ask()).toMatchObject({ rates: { USD: '1.2' }, stale: false })
  letPass(HOUR_MS)
  await ask()
  expect(asked).toHaveLength(2)
})

test('without an answer the stored rates are returned as stale, and not requested again for an hour', async () => {
  const first = await ask()
  letPass(25 * HOUR_MS)
  answer = unreachable
  expect(await ask()).toEqual({ ...first, stale: true })
  expect(await ask()).toEqual({ ...first, stale: true })
  expect(asked).toHaveLength(2)
  letPass(HOUR_MS)
  await ask()
  expect(asked).toHaveLength(3)
})

test('without stored rates the failure is reported, and not stored', async () => {
  answer = unreachable
  await expect(ask()).rejects.toMatchObject({ failure: { code: 'proxy_unreachable' } })
  expect(await ratesItem.getValue()).toBeNull()
  answer = () => Response.json({ ...rates(), rates: { USD: '-1' } })
  await expect(ask()).rejects.toMatchObject({ failure: { code: 'proxy_bad_answer' } })
  await proxyItem.setValue({ address: '', clientKey: '' })
  await expect(ask()).rejects.toMatchObject({ failure: { code: 'proxy_not_set' } })
  expect(asked).toHaveLength(2)
})

test("the proxy's detail of a failure is passed on", async () => {
  const detail = 'The exchange rates cannot be fetched. Searching 1688 is not affected.'
  const problem = {
    type: 'urn:x',
    title: 'T',
    status: 502,
    detail,
    code: 'upstream_unavailable',
    requestId: 'r',
  }
  answer = () => Response.json(problem, { status: 502 })
  await expect(ask()).rejects.toMatchObject({ failure: { code: 'upstream_unavailable', detail } })
})

test('an aborted request does not affect the next', async () => {
  await ask()
  letPass(25 * HOUR_MS)
  const abort = new AbortController()
  answer = () => {
    abort.abort()
    return unreachable()
  }
  await currentRates(abort.signal)
  answer = () => Response.json(rates('1.2'))
  expect(await ask()).toMatchObject({ rates: { USD: '1.2' }, stale: false })
})

test('a clock that was set back does not make them last for ever', async () => {
  await ask()
  letPass(-48 * HOUR_MS)
  await ask()
  expect(asked).toHaveLength(2)
})

test('rates stored in another form are ignored', async () => {
  await ratesItem.setValue({ rates: { USD: 1.08 }, askedAtMs: NOON } as never)
  expect(await ask()).toEqual(rates())
})
