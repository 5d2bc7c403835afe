import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ERRORS, type ErrorCode, type Problem, type SearchAnswer } from '@find-on-1688/shared'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { newBatch } from '../../extension/src/batch/table/new-batch.ts'
import type { BatchRow, ProductInput } from '../../extension/src/model/batch.ts'
import { PictureError } from './files.ts'
import { type Journal, openJournal } from './journal.ts'
import { queryOf, run } from './run.ts'

const SETTINGS = {
  worker: 'https://proxy.example',
  clientKey: 'f1688_key',
  budget: null,
  mode: 'same',
} as const

let folder: string
let journal: Journal
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'run-'))
  journal = openJournal(folder, queryOf('same'))
})
afterEach(() => {
  journal.close()
  rmSync(folder, { recursive: true })
})

/** Rows with these pictures: the same letter is the same picture. */
function rowsOf(letters: string): BatchRow[] {
  const inputs = [...letters].map(
    (name): ProductInput => ({
      ...{ line: null, own: [], title: null, productNumber: null, link: null, price: null },
      ...{ currency: null, quantity: null, weightKg: null, picture: { kind: 'file', name } },
    }),
  )
  const settings = { quantity: 1, currency: null, maxSearches: null }
  return newBatch({ name: 'list', from: 'files', columns: [], settings }, inputs).rows
}

const pictures = {
  async read(_: AbortSignal, picture: BatchRow['picture']) {
    const name = picture.kind === 'file' ? picture.name : ''
    if (name === '?') throw new PictureError({ code: 'file_missing' })
    const digest = createHash('sha256').update(name).digest('hex')
    journal.addPicture(name, digest, Buffer.from(name))
    return digest
  },
}

type Reply = 'found' | 'cached' | 'cut' | [ErrorCode, retryAfterMs?: number]

/** A worker that answers the request for a picture with its replies, one after the other; the last one stays. */
function fakeWorker(replies: Record<string, Reply[]> = {}) {
  const sent: string[] = []
  let [underWay, mostUnderWay] = [0, 0]
  const fetch = async (_: unknown, init?: RequestInit) => {
    const name = Buffer.from(init?.body as Uint8Array).toString()
    const list = replies[name] ?? ['found']
    const reply = list[Math.min(sent.filter((each) => each === name).length, list.length - 1)] ?? 'found'
    sent.push(name)
    mostUnderWay = Math.max(mostUnderWay, ++underWay)
    await new Promise((resolve) => setTimeout(resolve, 5))
    underWay--
    init?.signal?.throwIfAborted()
    if (reply === 'cut') throw new TypeError('fetch failed', { cause: { code: 'ECONNRESET' } })
    if (typeof reply === 'string') return Response.json(answer(reply === 'cached'))
    const [code, retryAfterMs] = reply
    return Response.json(problem(code, retryAfterMs), { status: ERRORS[code][0] })
  }
  return { sent, fetch: fetch as typeof globalThis.fetch, mostUnderWay: () => mostUnderWay }
}

function answer(cached: boolean): SearchAnswer {
  return {
    ...{ searchId: 's', provider: 'crossborder', mode: 'same', page: 1, pageSize: 20, total: 0 },
    ...{ hasMore: false, cached, notes: [], image: null, offers: [] },
  }
}

function problem(code: ErrorCode, retryAfterMs?: number): Problem {
  const [status, title] = ERRORS[code]
  const rest = retryAfterMs === undefined ? {} : { retryAfterMs }
  return { type: 'urn:x', title, status, detail: code, code, requestId: 'r', ...rest }
}

const waits: number[] = []
const wait = async (signal: AbortSignal, ms: number) => {
  waits.push(ms)
  signal.throwIfAborted()
}
beforeEach(() => {
  waits.length = 0
})

function start(
  rows: BatchRow[],
  worker: ReturnType<typeof fakeWorker>,
  more: { budget?: number; signal?: AbortSignal } = {},
) {
  const { budget = null, signal = new AbortController().signal } = more
  const settings = { ...SETTINGS, budget }
  const search = { fetch: worker.fetch, wait }
  return run(signal, { settings, rows, journal, pictures, onRow: () => {}, search })
}

const statesOf = (rows: BatchRow[]) => rows.map(({ state, failure }) => failure?.code ?? state)

test('each picture is searched once, three at a time', async () => {
  const rows = rowsOf('abacadaefgh')
  const worker = fakeWorker()
  expect(await start(rows, worker)).toEqual({ searches: 8 })
  expect(worker.sent.toSorted()).toEqual([...'abcdefgh'])
  expect(worker.mostUnderWay()).toBe(3)
  expect(new Set(statesOf(rows))).toEqual(new Set(['done']))
})

test('a row without a picture fails alone', async () => {
  const rows = rowsOf('a?b')
  expect(await start(rows, fakeWorker())).toEqual({ searches: 2 })
  expect(statesOf(rows)).toEqual(['done', 'file_missing', 'done'])
})

test('what the worker had in its cache costs nothing', async () => {
  expect(await start(rowsOf('ab'), fakeWorker({ a: ['cached'] }))).toEqual({ searches: 1 })
})

test('where there is no room it waits as long as the worker says, and nothing is counted', async () => {
  const rows = rowsOf('a')
  const worker = fakeWorker({ a: [['busy', 3000], ['rate_limited', 20_000], 'found'] })
  expect(await start(rows, worker)).toEqual({ searches: 1 })
  expect(worker.sent).toHaveLength(3)
  expect(waits[0]).toBeGreaterThanOrEqual(3000)
  expect(waits[1]).toBeGreaterThanOrEqual(20_000)
})

test('a broken connection repeats the same request, which counts once', async () => {
  const worker = fakeWorker({ a: ['cut', 'cut', 'cached'] })
  expect(await start(rowsOf('a'), worker)).toEqual({ searches: 1 })
  expect(worker.sent).toEqual(['a', 'a', 'a'])
})

test('a failure of 1688 is not paid for again in the same run, but in the next', async () => {
  const first = rowsOf('ab')
  const worker = fakeWorker({ a: [['upstream_timeout'], 'found'] })
  await start(first, worker)
  expect(statesOf(first)).toEqual(['upstream_timeout', 'done'])
  const second = rowsOf('ab')
  await start(second, worker)
  expect(statesOf(second)).toEqual(['done', 'done'])
  expect(worker.sent.toSorted()).toEqual(['a', 'a', 'b'])
})

test('a picture that 1688 refuses is never sent again', async () => {
  const worker = fakeWorker({ a: [['upstream_rejected_image']] })
  for (let time = 0; time < 2; time++) {
    const rows = rowsOf('ab')
    await start(rows, worker)
    expect(statesOf(rows)).toEqual(['upstream_rejected_image', 'done'])
  }
  expect(worker.sent.toSorted()).toEqual(['a', 'b'])
})

test('an answer of an earlier run is not asked for again', async () => {
  const worker = fakeWorker()
  await start(rowsOf('abc'), worker)
  expect(await start(rowsOf('abcd'), worker)).toEqual({ searches: 1 })
  expect(worker.sent.toSorted()).toEqual([...'abcd'])
})

describe('it ends early', () => {
  test('at its budget', async () => {
    const rows = rowsOf('abcdef')
    const worker = fakeWorker()
    const result = await start(rows, worker, { budget: 4 })
    expect(result).toEqual({ searches: 4, stopped: { code: 'budget' } })
    expect(worker.sent).toHaveLength(4)
    expect(statesOf(rows).filter((state) => state === 'waiting')).toHaveLength(2)
  })

  test.each(['quota_exhausted', 'upstream_quota_exhausted', 'unauthorized', 'not_configured'] as const)(
    'for %s, and keeps what is under way',
    async (code) => {
      const rows = rowsOf('abcdefghijklmnopqrst')
      const result = await start(rows, fakeWorker({ b: [[code]] }))
      expect(result.stopped).toMatchObject({ code })
      const states = statesOf(rows)
      expect(states.slice(0, 3)).toEqual(['done', 'waiting', 'done'])
      expect(states.filter((state) => state === 'waiting').length).toBeGreaterThan(10)
    },
  )

  test('when 1688 fails again and again, since each may cost a search', async () => {
    const letters = [...'abcdefghijklmnopqrst']
    const worker = fakeWorker(Object.fromEntries(letters.map((name) => [name, [['upstream_unavailable']]])))
    const { stopped } = await start(rowsOf(letters.join('')), worker)
    expect(stopped).toMatchObject({ code: 'upstream_unavailable' })
    expect(worker.sent.length).toBeLessThan(10)
  })

  test('when nobody answers at the address', async () => {
    const { stopped } = await start(rowsOf('a'), fakeWorker({ a: ['cut'] }))
    expect(stopped).toMatchObject({
      code: 'proxy_unreachable',
      detail: expect.stringContaining('ECONNRESET'),
    })
    expect(waits.reduce((sum, ms) => sum + ms)).toBeGreaterThan(30_000)
  })

  test('and says so to who interrupts it; the next run sends what was under way again', async () => {
    const rows = rowsOf('abcdef')
    const stop = new AbortController()
    const worker = fakeWorker()
    const running = start(rows, worker, { signal: stop.signal })
    setTimeout(() => stop.abort(new Error('stopped')), 2)
    await expect(running).rejects.toThrow('stopped')
    expect(worker.sent.toSorted()).toEqual(['a', 'b', 'c'])
    expect(journal.sent.size).toBe(3)
    expect(journal.answers.size).toBe(0)
    await start(rowsOf('abcdef'), worker)
    expect(journal.answers.size).toBe(6)
  })
})
