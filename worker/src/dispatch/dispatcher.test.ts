import { evictDurableObject, runInDurableObject } from 'cloudflare:test'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { dispatcherOf, readReply } from '../testing/dispatcher.ts'
import { jpegOf, mockGateway } from '../testing/http.ts'

const THROTTLED = { error_code: 'gw.QosAppFrequencyLimit', error_message: 'too often' }
const FOUND = { result: { success: 'true', result: { totalRecords: 0, data: [] } } }
const UPLOADED = { result: { success: 'true', result: '1688' } }

afterEach(() => vi.restoreAllMocks())

describe('an object that was evicted', () => {
  test('keeps the pause that the platform asked for', async () => {
    const { object, search } = dispatcherOf('evicted-in-a-pause')
    const times: number[] = []
    mockGateway(() => {
      times.push(Date.now())
      return times.length <= 3 ? THROTTLED : UPLOADED
    })
    expect((await search()).failure?.code).toBe('upstream_throttled')
    expect(times).toHaveLength(3)
    const stored = await runInDurableObject(object, (_instance, { storage: { sql } }) =>
      sql.exec<{ json: string }>("SELECT json FROM note WHERE name = 'schedule'").one(),
    )
    expect(JSON.parse(stored.json).notBeforeMs - (times[2] ?? 0)).toBeGreaterThanOrEqual(1000)
    await evictDurableObject(object)
    await search()
    const gaps = times.slice(1).map((at, i) => at - (times[i] ?? 0))
    for (const gap of gaps.slice(0, 3)) expect(gap).toBeGreaterThanOrEqual(1000)
  }, 30_000)

  test('knows the id that a picture has at the platform, and forgets it once it is refused', async () => {
    const { object, search } = dispatcherOf('evicted-between-pages')
    let stale = false
    const calls = mockGateway((api) => {
      if (api.includes('upload')) return UPLOADED
      if (!stale) return FOUND
      stale = false
      return { result: { success: 'false', message: 'image not found' } }
    })
    const uploads = () => calls.filter(({ api }) => api.includes('upload')).length
    await search()
    await evictDurableObject(object)
    expect((await search()).answer?.offers).toEqual([])
    expect(uploads()).toBe(1)
    stale = true
    expect((await search()).answer?.offers).toEqual([])
    expect(uploads()).toBe(2)
  })
})

test('a failure travels with its code, its sentence and how long to wait', async () => {
  mockGateway(() => THROTTLED)
  const { failure } = await dispatcherOf('failing').search()
  expect(failure).toMatchObject({ code: 'upstream_throttled', retryAfterMs: 2000 })
  expect(failure?.detail).toMatch(/\w{3,}.*\.$/)
}, 30_000)

/** A gateway that answers only when it is told to, and notes which calls were given up. */
function slowGateway() {
  const calls: { signal: AbortSignal | null | undefined; answer: (body?: object) => void }[] = []
  vi.spyOn(globalThis, 'fetch').mockImplementation(
    (_address, init) =>
      new Promise((resolve, reject) => {
        init?.signal?.addEventListener('abort', () => reject(new Error('aborted')))
        calls.push({ signal: init?.signal, answer: (body = FOUND) => resolve(Response.json(body)) })
      }),
  )
  return calls
}

describe('a caller who goes away', () => {
  const departed = (calls: unknown[]) => vi.waitFor(() => expect(calls).toHaveLength(1))

  test('ends the call that was made for it alone', async () => {
    const calls = slowGateway()
    const reply = await dispatcherOf('alone').start()
    const leaving = new AbortController()
    const heard = readReply(reply, leaving.signal)
    await departed(calls)
    leaving.abort()
    await heard
    await vi.waitFor(() => expect(calls[0]?.signal?.aborted).toBe(true))
    expect(calls).toHaveLength(1)
  })

  test('takes nothing from those who asked for the same, even if it was the first', async () => {
    const calls = slowGateway()
    const { object, start } = dispatcherOf('together')
    await runInDurableObject(object, (_instance, { storage: { sql } }) =>
      sql.exec("INSERT INTO image_id VALUES ('together', '1688', ?)", Date.now() + 60_000),
    )
    const same = { cacheKey: 'the same' }
    const leaving = new AbortController()
    const first = readReply(await start(same), leaving.signal)
    const second = readReply(await start({ ...same, client: 'two' }))
    await departed(calls)
    leaving.abort()
    await first
    expect(calls[0]?.signal?.aborted).toBe(false)
    await runInDurableObject(object, () => calls[0]?.answer())
    expect((await second).answer?.offers).toEqual([])
  })

  test('before its turn costs no call', async () => {
    const calls = slowGateway()
    const { start } = dispatcherOf('waiting')
    const busy = []
    for (let i = 0; i < 5; i++) busy.push(await start({ client: `${i}` }))
    await vi.waitFor(() => expect(calls).toHaveLength(5))
    const leaving = new AbortController()
    const heard = readReply(await start({ client: 'late' }), leaving.signal)
    leaving.abort()
    expect((await heard).events.map(({ event }) => event)).not.toContain('searching')
    for (const { events } of busy) await events?.cancel()
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(calls).toHaveLength(5)
  })
})

test('where the slot cannot be stored, no call is made, and the search says so', async () => {
  const calls = mockGateway(() => FOUND)
  const { object, search } = dispatcherOf('full disk')
  await runInDurableObject(object, (_instance, state) => state.storage.sql.exec('DROP TABLE note'))
  expect((await search()).failure).toMatchObject({ code: 'internal' })
  expect(calls).toEqual([])
})

test('fifty who ask for the same share one call and its failure, and the next one asks anew', async () => {
  const calls = slowGateway()
  const { object, start, search } = dispatcherOf('failing together')
  const same = { cacheKey: 'the same', cacheSeconds: 60 }
  const replies = Array.from({ length: 50 }, (_, i) => start({ ...same, client: `${i}` }))
  const all = (await Promise.all(replies)).map((reply) => readReply(reply))
  await vi.waitFor(() => expect(calls).toHaveLength(1))
  await runInDurableObject(object, () => calls[0]?.answer({ error_code: 'gw.APIACLDecline' }))
  const ends = await Promise.all(all)
  expect(calls).toHaveLength(1)
  expect(new Set(ends.map(({ failure }) => failure?.code))).toEqual(new Set(['upstream_access_denied']))
  vi.restoreAllMocks()
  mockGateway((api) => (api.includes('upload') ? UPLOADED : FOUND))
  expect((await search(same)).answer?.offers).toEqual([])
})

test('what an object stores holds no picture, no secret and no token', async () => {
  const calls = mockGateway((api) => (api.includes('upload') ? UPLOADED : FOUND))
  const { object, search } = dispatcherOf('curious')
  const bytes = jpegOf(400, 400)
  await search({ source: { bytes, width: 400, height: 400, sha256: 'curious' }, cacheSeconds: 60 })
  expect(calls.length).toBeGreaterThan(0)
  await object.hours()
  const stored = await runInDurableObject(object, (_instance, { storage: { sql } }) => {
    const tables = sql.exec<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table'").toArray()
    const own = tables.filter(({ name }) => !name.startsWith('_'))
    return JSON.stringify(own.map(({ name }) => sql.exec(`SELECT * FROM "${name}"`).toArray()))
  })
  expect(stored).toContain('notBeforeMs')
  expect(stored).not.toMatch(/canary/)
  expect(stored).not.toContain(bytes.toBase64().slice(20, 50))
})
