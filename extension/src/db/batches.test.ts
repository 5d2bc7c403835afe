import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, expect, test, vi } from 'vitest'
import type { Batch, BatchAnswer, BatchRow } from '../model/batch.ts'
import { anOffer } from '../testing/searches.ts'

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory())
})

/** Fresh modules, and so a connection to the fresh database. */
async function aView() {
  vi.resetModules()
  return { ...(await import('./batches.ts')), ...(await import('./notify-batch.ts')) }
}

const batch: Batch = {
  id: 'b1',
  name: 'autumn.csv',
  createdAt: 1,
  from: 'table',
  columns: ['sku'],
  settings: { quantity: 500, currency: 'USD', maxSearches: null },
  state: 'ready',
  searches: 0,
}

function row(index: number, more: Partial<BatchRow> = {}): BatchRow {
  return {
    ...{ batchId: 'b1', index, line: index + 2, own: [`S${index}`], title: null, productNumber: null },
    ...{ link: null, price: null, currency: null, quantity: null, weightKg: null, note: '', decision: null },
    ...{ picture: { kind: 'none' }, digest: null, state: 'waiting' },
    ...more,
  }
}

const answer: BatchAnswer = {
  ...{ batchId: 'b1', digest: 'd1', at: 5, provider: null, total: 1, offers: [anOffer('1')] },
  ...{ verdicts: {}, notes: [] },
  answer: {
    ...{ searchId: 's', provider: 'crossborder', mode: 'same', offers: [], imageSha256: null },
    ...{ attestation: null, query: { mode: 'same', page: 1, pageSize: 20, language: 'en' } },
  },
}

test('rows come back in the order of the file, also beyond nine', async () => {
  const { addBatch, getBatchRows } = await aView()
  await addBatch(
    batch,
    [11, 2, 0, 10, 1].map((index) => row(index)),
  )
  expect((await getBatchRows('b1')).map(({ index }) => index)).toEqual([0, 1, 2, 10, 11])
})

test('a batch with two rows at one place is not saved at all', async () => {
  const { addBatch, getBatch, getBatchRows } = await aView()
  await expect(addBatch(batch, [row(0), row(0)])).rejects.toThrow()
  expect(await getBatch('b1')).toBeUndefined()
  expect(await getBatchRows('b1')).toEqual([])
})

test('an answer, its rows and the search that it took are saved together', async () => {
  const { addBatch, saveBatchAnswer, getBatch, getBatchRows, getBatchAnswer } = await aView()
  await addBatch(batch, [row(0), row(1), row(2)])
  await saveBatchAnswer(answer, [0, 2], (each) => ({ ...each, digest: 'd1', state: 'done' }), 1)
  expect((await getBatch('b1'))?.searches).toBe(1)
  expect((await getBatchRows('b1')).map(({ state }) => state)).toEqual(['done', 'waiting', 'done'])
  expect((await getBatchAnswer('b1', 'd1'))?.offers).toHaveLength(1)
})

test('an answer whose rows cannot be written is not saved either', async () => {
  const { addBatch, saveBatchAnswer, getBatch, getBatchAnswer } = await aView()
  await addBatch(batch, [row(0)])
  const broken = () => {
    throw new Error('no')
  }
  await expect(saveBatchAnswer(answer, [0], broken, 1)).rejects.toThrow('no')
  expect(await getBatchAnswer('b1', 'd1')).toBeUndefined()
  expect((await getBatch('b1'))?.searches).toBe(0)
})

test('an answer for a batch that was removed meanwhile leaves nothing behind', async () => {
  const { addBatch, removeBatch, saveBatchAnswer, getBatchAnswer, getBatchRows } = await aView()
  await addBatch(batch, [row(0)])
  await addBatch({ ...batch, id: 'b2' }, [row(0, { batchId: 'b2' })])
  await removeBatch('b1')
  await saveBatchAnswer(answer, [0], (each) => each, 1)
  expect(await getBatchAnswer('b1', 'd1')).toBeUndefined()
  expect(await getBatchRows('b1')).toEqual([])
  expect(await getBatchRows('b2')).toHaveLength(1)
})

test('two views that change different things of a row keep both', async () => {
  const { addBatch, changeBatchRows, getBatchRows } = await aView()
  await addBatch(batch, [row(0)])
  await Promise.all([
    changeBatchRows('b1', [0], (each) => ({ ...each, note: 'call them' })),
    changeBatchRows('b1', [0], (each) => ({ ...each, state: 'done' })),
  ])
  expect((await getBatchRows('b1'))[0]).toMatchObject({ note: 'call them', state: 'done' })
})

test('watchers hear which rows were changed, and nothing of rows that stay', async () => {
  const { addBatch, changeBatchRows, watchBatches } = await aView()
  await addBatch(batch, [row(0), row(1)])
  const heard = vi.fn()
  const stop = watchBatches(heard)
  await changeBatchRows('b1', [0, 1], (each) => (each.index === 1 ? { ...each, note: 'n' } : each))
  await changeBatchRows('b1', [0], (each) => each)
  expect(heard.mock.calls).toEqual([[{ batchId: 'b1', indexes: [1] }]])
  stop()
})

test('watchers hear of a batch whose count of searches an answer changes', async () => {
  const { addBatch, saveBatchAnswer, watchBatches } = await aView()
  await addBatch({ ...batch, searches: 1 }, [row(0)])
  const heard = vi.fn()
  const stop = watchBatches(heard)
  await saveBatchAnswer(answer, [0], (each) => each, 0)
  expect(heard.mock.calls).toEqual([[{ batchId: 'b1', indexes: [0] }]])
  await saveBatchAnswer(answer, [0], (each) => each, -1)
  expect(heard).toHaveBeenCalledWith({ batchId: 'b1' })
  stop()
})
