import { evictDurableObject } from 'cloudflare:test'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { dispatcherOf } from '../testing/dispatcher.ts'
import { playGateway } from '../testing/http.ts'

const THROTTLED = { error_code: 'gw.QosAppFrequencyLimit', error_message: 'too often' }
const FOUND = { result: { success: 'true', result: { totalRecords: 0, data: [] } } }
const UPLOADED = { result: { success: 'true', result: '1688' } }

afterEach(() => vi.restoreAllMocks())

describe('an object that was evicted', () => {
  test('keeps the pause that the platform asked for', async () => {
    const { object, search } = dispatcherOf('evicted-in-a-pause')
    const times: number[] = []
    playGateway(() => {
      times.push(Date.now())
      return times.length <= 3 ? THROTTLED : UPLOADED
    })
    expect((await search()).failure?.code).toBe('upstream_throttled')
    expect(times).toHaveLength(3)
    await evictDurableObject(object)
    await search()
    const gaps = times.slice(1).map((at, i) => at - (times[i] ?? 0))
    for (const gap of gaps.slice(0, 3)) expect(gap).toBeGreaterThanOrEqual(1000)
  }, 30_000)

  test('knows the id that a picture has at the platform, and forgets it once it is refused', async () => {
    const { object, search } = dispatcherOf('evicted-between-pages')
    let stale = false
    const calls = playGateway((api) => {
      if (api.includes('upload')) return UPLOADED
      if (!stale) return FOUND
      stale = false
      return { result: { success: 'false', message: 'image not found' } }
    })
    const uploads = () => calls.filter(({ api }) => api.includes('upload')).length
    await search()
    await evictDurableObject(object)
    expect((await search()).found?.offers).toEqual([])
    expect(uploads()).toBe(1)
    stale = true
    expect((await search()).found?.offers).toEqual([])
    expect(uploads()).toBe(2)
  })
})

test('a failure travels with its code, its sentence and how long to wait', async () => {
  playGateway(() => THROTTLED)
  const { failure } = await dispatcherOf('failing').search()
  expect(failure).toMatchObject({ code: 'upstream_throttled', retryAfterMs: 2000 })
  expect(failure?.detail).toMatch(/\w{3,}.*\.$/)
}, 30_000)
