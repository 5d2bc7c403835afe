import { runInDurableObject } from 'cloudflare:test'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { dispatcherOf } from '../testing/dispatcher.ts'
import { jpegOf, mockGateway } from '../testing/http.ts'

const THROTTLED = { error_code: 'gw.QosAppFrequencyLimit', error_message: 'too often' }
const FOUND = { result: { success: 'true', result: { totalRecords: 0, data: [] } } }
const UPLOADED = { result: { success: 'true', result: '1688' } }

/** A search ends by itself in less than a test's time, and late enough for a busy machine to make its calls before. */
const BRIEF_MS = 15_000

const eventually = <T>(check: () => T | Promise<T>) => vi.waitFor(check, { timeout: BRIEF_MS })

afterEach(() => vi.restoreAllMocks())

/** Each throttled call costs a second, so the second test goes on where the first ended. */
describe('a dispatcher whose calls are throttled', () => {
  const { object, search, evict } = dispatcherOf('throttled')
  const times: number[] = []
  const mockThrottling = () =>
    mockGateway(() => {
      times.push(Date.now())
      return times.length <= 3 ? THROTTLED : UPLOADED
    })

  test('returns the failure with its code, its sentence and how long to wait', async () => {
    mockThrottling()
    const { failure } = await search()
    expect(failure).toMatchObject({ code: 'upstream_throttled', retryAfterMs: 2000 })
    expect(failure?.detail).toMatch(/\w{3,}.*\.$/)
    expect(times).toHaveLength(3)
  })

  test('keeps the pause that the platform asked for, even if it is evicted', async () => {
    mockThrottling()
    const stored = await runInDurableObject(object, (_instance, { storage: { sql } }) =>
      sql.exec<{ json: string }>("SELECT json FROM note WHERE name = 'schedule'").one(),
    )
    expect(JSON.parse(stored.json).notBeforeMs - (times[2] ?? 0)).toBeGreaterThanOrEqual(1000)
    await evict()
    await search()
    const gaps = times.slice(1).map((at, i) => at - (times[i] ?? 0))
    for (const gap of gaps.slice(0, 3)) expect(gap).toBeGreaterThanOrEqual(1000)
  })
})

test('a dispatcher that was evicted knows the id of a picture, and forgets it once it is refused', async () => {
  const { search, evict } = dispatcherOf('evicted-between-pages')
  let stale = false
  const calls = mockGateway((api) => {
    if (api.includes('upload')) return UPLOADED
    if (!stale) return FOUND
    stale = false
    return { result: { success: 'false', message: 'image not found' } }
  })
  const uploads = () => calls.filter(({ api }) => api.includes('upload')).length
  await search()
  await evict()
  expect((await search()).answer?.offers).toEqual([])
  expect(uploads()).toBe(1)
  stale = true
  expect((await search()).answer?.offers).toEqual([])
  expect(uploads()).toBe(2)
})

/** A gateway that answers only when told to, and records which calls were aborted. */
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

describe('a caller that disconnects', () => {
  /** Ends soon even if leaving did nothing. */
  const brief = { budgetMs: BRIEF_MS }
  const callSent = (calls: unknown[]) => eventually(() => expect(calls).toHaveLength(1))

  test('aborts a call that was made only for it, makes no second one, and has paid for the first', async () => {
    const calls = slowGateway()
    const { reply, leave } = dispatcherOf('alone').start(brief)
    await callSent(calls)
    await leave()
    expect(await reply).toMatchObject({ paid: true })
    await eventually(() => expect(calls[0]?.signal?.aborted).toBe(true))
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(calls).toHaveLength(1)
  })

  test('between two calls makes no second one', async () => {
    const calls = slowGateway()
    const { object, start } = dispatcherOf('between')
    const { reply, leave } = start(brief)
    await callSent(calls)
    await leave()
    await runInDurableObject(object, () => calls[0]?.answer(UPLOADED))
    expect(await reply).toMatchObject({ paid: true })
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(calls).toHaveLength(1)
  })

  test('does not affect others that share the request, even if it was the first', async () => {
    const calls = slowGateway()
    const { object, start } = dispatcherOf('together')
    await runInDurableObject(object, (_instance, { storage: { sql } }) =>
      sql.exec("INSERT INTO image_id VALUES ('together', '1688', ?)", Date.now() + 60_000),
    )
    const same = { ...brief, cacheKey: 'the same' }
    const [first, second] = [start(same), start({ ...same, client: 'two' })]
    await callSent(calls)
    await first.leave()
    expect(await first.reply).toMatchObject({ paid: true })
    expect(calls[0]?.signal?.aborted).toBe(false)
    await runInDurableObject(object, () => calls[0]?.answer())
    expect(await second.reply).toMatchObject({ paid: false, completed: { answer: { offers: [] } } })
  })

  test('before its turn costs no call', async () => {
    const calls = slowGateway()
    const { start } = dispatcherOf('waiting')
    const busy = Array.from({ length: 5 }, (_, i) => start({ ...brief, client: `${i}` }))
    await eventually(() => expect(calls).toHaveLength(5))
    const late = start({ ...brief, client: 'late' })
    await eventually(() => expect(late.events).toMatchObject([{ event: 'queued' }]))
    await late.leave()
    expect(await late.reply).toMatchObject({ paid: false })
    for (const { leave } of busy) await leave()
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(calls).toHaveLength(5)
  })

  test('before it is even heard costs no call', async () => {
    const calls = slowGateway()
    const { reply, leave } = dispatcherOf('hasty').start(brief)
    await leave()
    expect(await reply).toMatchObject({ paid: false })
    expect(calls).toEqual([])
  })
})

describe('a batch search whose client disconnects', () => {
  const batchOf = (name: string) => {
    const calls = slowGateway()
    const scene = dispatcherOf(name)
    const batch = { priority: 'batch' as const, cacheKey: `cached ${name}`, ownKey: `own ${name}` }
    const answer = (at: number, body: object) =>
      eventually(() => {
        expect(calls).toHaveLength(at + 1)
        return runInDurableObject(scene.object, () => calls[at]?.answer(body))
      })
    return { ...scene, calls, answer, batch: { ...batch, budgetMs: BRIEF_MS } }
  }

  test('after its call has left is finished, and its answer given when it is asked for again, at no cost', async () => {
    const { start, search, calls, answer, batch } = batchOf('batch left')
    const { reply, leave } = start(batch)
    await eventually(() => expect(calls).toHaveLength(1))
    await leave()
    await answer(0, UPLOADED)
    await answer(1, FOUND)
    expect(await reply).toMatchObject({ paid: true })
    const again = await search(batch)
    expect(again).toMatchObject({ paid: false, answer: { offers: [] } })
    // Another client's search is one of its own, where nothing is cached.
    const other = start({ ...batch, ownKey: 'of another client' })
    await eventually(() => expect(calls).toHaveLength(3))
    await other.leave()
    await answer(2, FOUND)
    expect(await other.reply).toMatchObject({ paid: true })
  })

  test('shares the search with its repeated request, if that comes before the answer', async () => {
    const { start, calls, answer, batch } = batchOf('batch repeated')
    const first = start(batch)
    await eventually(() => expect(calls).toHaveLength(1))
    await first.leave()
    const again = start(batch)
    await eventually(() => expect(again.events).toMatchObject([{ event: 'searching' }]))
    await again.leave()
    const third = start(batch)
    await answer(0, UPLOADED)
    await answer(1, FOUND)
    const replies = await Promise.all([first, again, third].map(({ reply }) => reply))
    expect(replies.map(({ paid }) => paid)).toEqual([true, false, false])
    expect(replies[2]).toMatchObject({ completed: { answer: { offers: [] } } })
    expect(calls).toHaveLength(2)
  })

  test('as its answer is sent is given it again, even where nothing is cached', async () => {
    const { start, search, calls, answer, batch } = batchOf('batch answered')
    const { reply } = start(batch)
    await answer(0, UPLOADED)
    await answer(1, FOUND)
    expect(await reply).toMatchObject({ paid: true })
    expect(await search(batch)).toMatchObject({ paid: false, answer: { offers: [] } })
    expect(calls).toHaveLength(2)
  })

  test('before its turn costs no call', async () => {
    const { start, calls, batch } = batchOf('batch waiting')
    const busy = Array.from({ length: 5 }, (_, i) => start({ budgetMs: BRIEF_MS, client: `${i}` }))
    await eventually(() => expect(calls).toHaveLength(5))
    const late = start(batch)
    await eventually(() => expect(late.events).toMatchObject([{ event: 'queued' }]))
    await late.leave()
    expect(await late.reply).toMatchObject({ paid: false, failure: { code: 'internal' } })
    for (const { leave } of busy) await leave()
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(calls).toHaveLength(5)
  })

  test('is given what it has paid for even if the day of its client is over, and no more', async () => {
    const { start, search, calls, answer, batch } = batchOf('batch over')
    const refusal = { code: 'quota_exhausted' as const, detail: 'no', retryAfterMs: 1, isKeyRefusal: false }
    const over = { ...batch, refusal }
    const first = start(batch)
    await eventually(() => expect(calls).toHaveLength(1))
    await first.leave()
    const again = start(over)
    await answer(0, UPLOADED)
    await answer(1, FOUND)
    expect(await again.reply).toMatchObject({ paid: false, completed: { answer: { offers: [] } } })
    expect((await search(over)).answer?.offers).toEqual([])
    expect(await search({ ...over, cacheKey: 'another', ownKey: 'another' })).toMatchObject({
      failure: { code: 'quota_exhausted', retryAfterMs: 1 },
      paid: false,
    })
    expect(calls).toHaveLength(2)
  })

  test('after another app key was paid for it is finished', async () => {
    const { start, calls, answer, batch } = batchOf('batch second key')
    const { reply, leave } = start({ ...batch, isPaid: true })
    await leave()
    await answer(0, UPLOADED)
    await answer(1, FOUND)
    expect(await reply).toMatchObject({ completed: { answer: { offers: [] } } })
    expect(calls).toHaveLength(2)
  })
})

test('if the slot cannot be stored, no call is made and the search fails', async () => {
  const calls = mockGateway(() => FOUND)
  const { object, search } = dispatcherOf('full disk')
  await runInDurableObject(object, (_instance, state) => state.storage.sql.exec('DROP TABLE note'))
  expect((await search()).failure).toMatchObject({ code: 'internal' })
  expect(calls).toEqual([])
})

test('fifty concurrent searches for the same share one call and its failure; the next one makes a new call', async () => {
  const calls = slowGateway()
  const { object, start, search } = dispatcherOf('failing together')
  const same = { cacheKey: 'the same', cacheSeconds: 60 }
  const all = Array.from({ length: 50 }, (_, i) => start({ ...same, client: `${i}` }))
  await eventually(() => expect(calls).toHaveLength(1))
  await runInDurableObject(object, () => calls[0]?.answer({ error_code: 'gw.APIACLDecline' }))
  const ends = await Promise.all(all.map(({ reply }) => reply))
  expect(calls).toHaveLength(1)
  expect(ends.filter(({ paid }) => paid)).toHaveLength(1)
  expect(new Set(ends.map(({ failure }) => failure?.code))).toEqual(new Set(['upstream_access_denied']))
  vi.restoreAllMocks()
  mockGateway((api) => (api.includes('upload') ? UPLOADED : FOUND))
  expect((await search(same)).answer?.offers).toEqual([])
})

test('a dispatcher stores no picture, no secret and no token', async () => {
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
