import { beforeEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { proxyItem } from '../../model/stored-items.ts'
import { PROXY } from '../../testing/answers.ts'
import { aBatchRow, anOutcome } from '../../testing/batches.ts'
import { planOf, searchesLeftToday } from './plan.ts'

const address = (name: string) => ({ kind: 'address' as const, address: `https://shop.example/${name}` })
const done = (index: number, at: number, digest = `d${index}`) =>
  aBatchRow(index, { state: 'done', digest, outcome: anOutcome({ at }) })

beforeEach(() => fakeBrowser.reset())

test('identical pictures are counted once, by their bytes or, before they are read, by their address', () => {
  const rows = [
    aBatchRow(0, { digest: 'd1' }),
    aBatchRow(1, { digest: 'd1' }),
    aBatchRow(2, { picture: address('a') }),
    aBatchRow(3, { picture: address('a') }),
    aBatchRow(4, { picture: { kind: 'none' } }),
    aBatchRow(5, { picture: address('b'), state: 'failed', failure: { code: 'address_not_found' } }),
  ]
  expect(planOf(rows)).toMatchObject({
    products: 6,
    withPicture: 4,
    identical: 2,
    unread: 2,
    searches: 2,
    failed: 1,
  })
})

test('a row whose picture was searched for another one costs no search', () => {
  const rows = [done(0, 5), aBatchRow(1, { digest: 'd0' }), aBatchRow(2, { digest: 'd2' })]
  expect(planOf(rows)).toMatchObject({ searches: 1, done: 1 })
})

test('the time left is that of the pace of the last two minutes, and unknown before there is one', () => {
  const now = 1_000_000
  const waiting = Array.from({ length: 30 }, (_, index) => aBatchRow(100 + index, { digest: `w${index}` }))
  const answered = (count: number, eachMs: number) =>
    Array.from({ length: count }, (_, index) => done(index, now - (index + 1) * eachMs))
  expect(planOf([...answered(4, 1000), ...waiting], now).timeLeftMs).toBeNull()
  expect(planOf([...answered(10, 1000), ...waiting], now).timeLeftMs).toBe(30_000)
  expect(planOf([...answered(10, 500_000), ...waiting], now).timeLeftMs).toBeNull()
  expect(planOf(answered(10, 1000), now).timeLeftMs).toBe(0)
})

test.each([
  [{ limit: 1000, used: 389 }, 611],
  [{ limit: 10, used: 12 }, 0],
  [{ limit: null, used: 3 }, null],
])('of %o a day %o are left', async (dailySearches, left) => {
  await proxyItem.setValue(PROXY)
  const usage = {
    client: { id: 'c', name: 'c' },
    dailySearches: { ...dailySearches, resetsAt: '' },
    expiresAt: null,
  }
  vi.stubGlobal('fetch', async () => Response.json(usage))
  expect(await searchesLeftToday(new AbortController().signal)).toBe(left)
  vi.unstubAllGlobals()
})
