import 'fake-indexeddb/auto'
import { beforeEach, expect, test, vi } from 'vitest'
import { aBatchRow } from '../../testing/batches.ts'
import { addReadBatch, addRows, type Documents, reduceText, startDocuments } from '../testing/documents.ts'

vi.mock('../pictures/off-thread.ts', () => ({ reducePicture: reduceText }))

type Document = Awaited<ReturnType<Documents['open']>>
let documents: Documents
const opened: Document[] = []

beforeEach(async () => {
  documents = await startDocuments()
  return async () => {
    for (const document of opened.splice(0)) await document.kill()
    vi.unstubAllGlobals()
  }
})

async function open(): Promise<Document> {
  const document = await documents.open()
  opened.push(document)
  return document
}

const isIn = (document: Document, state: string) =>
  vi.waitFor(async () => expect((await document.getBatch('b1'))?.state).toBe(state))
const outcomes = async (document: Document) =>
  (await document.getBatchRows('b1')).map(({ state, failure }) => failure?.code ?? state)

/** Begins to read pictures, the second of which comes once it is let. */
async function beginToRead(document: Document) {
  const second = Promise.withResolvers<Blob>()
  await addRows(document, [aBatchRow(0), aBatchRow(1)])
  const done = document.readPictures(new AbortController().signal, 'b1', [
    { indexes: [0], read: async () => new Blob(['a']) },
    { indexes: [1], read: () => second.promise },
  ])
  await vi.waitFor(async () => expect(await outcomes(document)).toEqual(['waiting', 'reading']))
  return { done, letIn: () => second.resolve(new Blob(['b'])) }
}

test('a run waits for pictures that another document is still reading', async () => {
  const reader = await open()
  const { done, letIn } = await beginToRead(reader)
  const runner = await open()
  const leave = runner.keepRunning()
  await runner.start('b1')
  await vi.waitFor(async () => expect(await outcomes(runner)).toEqual(['done', 'reading']))
  letIn()
  await done
  await isIn(runner, 'done')
  expect(await outcomes(runner)).toEqual(['done', 'done'])
  leave()
})

test('a file that was being read when its document was killed is missing; the others go on', async () => {
  const reader = await open()
  await beginToRead(reader)
  const runner = await open()
  const leave = runner.keepRunning()
  await runner.start('b1')
  await vi.waitFor(async () => expect(await outcomes(runner)).toEqual(['done', 'reading']))
  await reader.kill()
  await isIn(runner, 'done')
  expect(await outcomes(runner)).toEqual(['done', 'file_missing'])
  await runner.readFiles(new AbortController().signal, 'b1', [{ path: '1.jpg', file: new Blob(['b']) }])
  await runner.start('b1')
  await vi.waitFor(async () => expect(await outcomes(runner)).toEqual(['done', 'done']))
  leave()
})

test('a run ends although a document that added files to it meanwhile is killed', async () => {
  const reader = await open()
  const readers = navigator
  const runner = await open()
  const runners = navigator
  const answers = Promise.withResolvers<void>()
  documents.worker.held = answers.promise
  await addRows(runner, [aBatchRow(0), aBatchRow(1)])
  await runner.storeRowPicture('b1', [0], new Blob(['a']))
  await runner.changeBatchRows('b1', [1], (row) => ({
    ...row,
    state: 'failed',
    failure: { code: 'file_missing' },
  }))
  const leave = runner.keepRunning()
  await runner.start('b1')
  await vi.waitFor(() => expect(documents.worker.requests).toHaveLength(1))
  vi.stubGlobal('navigator', readers)
  reader.readPictures(new AbortController().signal, 'b1', [
    { indexes: [1], read: () => new Promise(() => {}) },
  ])
  vi.stubGlobal('navigator', runners)
  await vi.waitFor(async () => expect(await outcomes(runner)).toEqual(['searching', 'reading']))
  answers.resolve()
  await vi.waitFor(async () => expect(await outcomes(runner)).toEqual(['done', 'reading']))
  expect(await runner.getBatch('b1')).toMatchObject({ state: 'running' })
  await reader.kill()
  await isIn(runner, 'done')
  expect(await outcomes(runner)).toEqual(['done', 'file_missing'])
  leave()
})

test('a list that is looked at, but does not run, lets what a killed document was reading wait', async () => {
  const reader = await open()
  await beginToRead(reader)
  const viewer = await open()
  const leave = viewer.recoverUnread('b1')
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(await outcomes(viewer)).toEqual(['waiting', 'reading'])
  await reader.kill()
  await vi.waitFor(async () => expect(await outcomes(viewer)).toEqual(['waiting', 'waiting']))
  leave()
})

test('files that are added meanwhile do not fail rows whose picture is being read', async () => {
  const document = await open()
  const { done, letIn } = await beginToRead(document)
  await document.readFiles(new AbortController().signal, 'b1', [{ path: 'other.jpg', file: new Blob(['c']) }])
  expect(await outcomes(document)).toEqual(['waiting', 'reading'])
  letIn()
  await done
  expect(await outcomes(document)).toEqual(['waiting', 'waiting'])
})

test('reading that is given up leaves its rows waiting', async () => {
  const document = await open()
  await addRows(document, [aBatchRow(0), aBatchRow(1)])
  const abort = new AbortController()
  const read = async () => {
    abort.abort()
    return new Blob(['a'])
  }
  await document.readPictures(abort.signal, 'b1', [{ indexes: [0, 1], read }])
  expect(await outcomes(document)).not.toContain('reading')
})

test('an answer that finds no room pauses the list, and is not paid for again', async () => {
  const document = await open()
  await addReadBatch(document, ['a', 'b'])
  const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
    this: IDBObjectStore,
    value,
  ) {
    if (this.name === 'batchAnswers') throw new DOMException('full', 'QuotaExceededError')
    return put.call(this, value)
  })
  const leave = document.keepRunning()
  await document.start('b1')
  await isIn(document, 'paused')
  expect(await document.getBatch('b1')).toMatchObject({ pausedBy: { code: 'storage_full' }, searches: 2 })
  await vi.waitFor(async () => expect(await outcomes(document)).toEqual(['waiting', 'waiting']))
  full.mockRestore()
  await document.start('b1')
  await isIn(document, 'done')
  expect(documents.worker.paidCalls).toBe(2)
  expect((await document.getBatch('b1'))?.searches).toBe(2)
  leave()
})

const { put } = IDBObjectStore.prototype

test('a row that another view lets wait again while the list ends is searched as well', async () => {
  const document = await open()
  const { endBatch } = await import('./claim.ts')
  await addReadBatch(document, ['a', 'b'], { state: 'running' })
  expect(await endBatch('b1', [0, 1])).toBe(false)
  expect(await document.getBatch('b1')).toMatchObject({ state: 'running' })
})

test('a decision that is made while a run begins does not end it', async () => {
  const document = await open()
  await addReadBatch(document, ['a', 'b', 'c'])
  await document.changeBatchRows('b1', [0], (row) => ({ ...row, state: 'done' }))
  const leave = document.keepRunning()
  const started = document.start('b1')
  for (let at = 0; at < 20; at++)
    await document.changeBatchRows('b1', [0], (row) => ({ ...row, note: `${at}` }))
  await started
  await isIn(document, 'done')
  expect(await outcomes(document)).toEqual(['done', 'done', 'done'])
  leave()
})

test('what a killed document waited for is over once another one searches', async () => {
  const first = await open()
  documents.worker.refusals.push({ code: 'rate_limited', status: 429, retryAfterMs: 60_000 })
  await addReadBatch(first, ['a'])
  first.keepRunning()
  await first.start('b1')
  await vi.waitFor(async () => expect((await first.getBatch('b1'))?.waitingFor).toBeDefined())
  await first.kill()
  const answers = Promise.withResolvers<void>()
  documents.worker.held = answers.promise
  const second = await open()
  const leave = second.keepRunning()
  await vi.waitFor(async () => expect(await second.getBatch('b1')).not.toHaveProperty('waitingFor'))
  expect(await second.getBatch('b1')).toMatchObject({ state: 'running' })
  answers.resolve()
  await isIn(second, 'done')
  leave()
})
