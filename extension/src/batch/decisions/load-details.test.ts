import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, expect, test, vi } from 'vitest'
import type { FailureCode } from '../../model/failure.ts'
import type { OfferDetails } from '../../model/search.ts'
import { aBatch } from '../../testing/batches.ts'
import { detailsWith } from '../../testing/offers.ts'

/** What the list counts just now. */
let counted: () => Promise<number | undefined>
const getOffer = vi.fn()
vi.mock('../../api/get-offer.ts', () => ({ getOffer }))
vi.mock('../../api/settings.ts', () => ({
  requireProxy: async () => ({ address: 'https://p', clientKey: 'k' }),
}))
vi.mock('../../api/title-language.ts', () => ({ titleLanguage: () => 'en' }))

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory())
  getOffer.mockReset()
})

/** In a list that has taken 4 searches. */
async function load(offerIds: string[], maxSearches: number | null = null) {
  vi.resetModules()
  const { addBatch, getBatch } = await import('../../db/batches.ts')
  const { getOfferDetails } = await import('../../db/offer-details.ts')
  const { loadDetails } = await import('./load-details.ts')
  const settings = { ...aBatch().settings, maxSearches }
  await addBatch(aBatch({ searches: 4, settings }), [])
  counted = async () => (await getBatch('b1'))?.searches
  const said: [string, OfferDetails['state']][] = []
  const isAsked = await loadDetails('b1', offerIds, (offerId, { state }) => said.push([offerId, state]))
  return { isAsked, said, searches: await counted(), stored: await getOfferDetails(offerIds) }
}

const answerFor = (offerId: string, cached: boolean) => {
  const details = detailsWith({ offerId })
  if (details.state !== 'done') throw new Error('not done')
  return { offer: details.offer, until: Date.now() + 60_000, cached }
}

test('each is asked for once, behind people’s searches, and stored', async () => {
  getOffer.mockImplementation(async (_signal, _proxy, offerId) => answerFor(offerId, false))
  const { said, stored } = await load(['1', '2'])
  expect(said).toEqual([
    ...[
      ['1', 'loading'],
      ['2', 'loading'],
    ],
    ...[
      ['1', 'done'],
      ['2', 'done'],
    ],
  ])
  expect(getOffer.mock.calls.map(([, , offerId, , priority]) => [offerId, priority])).toEqual([
    ['1', 'batch'],
    ['2', 'batch'],
  ])
  expect(stored.map(({ offerId }) => offerId)).toEqual(['1', '2'])
})

test('the list counts what it cost, which is nothing where the worker had the answer', async () => {
  getOffer.mockImplementation(async (_signal, _proxy, offerId) => answerFor(offerId, offerId === '2'))
  expect((await load(['1', '2', '3'])).searches).toBe(6)
})

test('is counted before it leaves', async () => {
  const counts: unknown[] = []
  getOffer.mockImplementation(async (_signal, _proxy, offerId) => {
    counts.push(await counted())
    return answerFor(offerId, false)
  })
  expect((await load(['1'])).searches).toBe(5)
  expect(counts).toEqual([5])
})

test('one that fails says why, and the others go on', async () => {
  getOffer.mockImplementation(async (_signal, _proxy, offerId) => {
    if (offerId === '1') throw new Error('no answer')
    return answerFor(offerId, false)
  })
  const { said } = await load(['1', '2'])
  expect(said).toContainEqual(['1', 'failed'])
  expect(said).toContainEqual(['2', 'done'])
})

test('one that fails is counted if a call may have left for 1688', async () => {
  const searchesAfter = async (code: FailureCode) => {
    // Of the modules that the list is loaded with.
    getOffer.mockImplementation(async () => (await import('../../model/failure.ts')).fail(code))
    vi.stubGlobal('indexedDB', new IDBFactory())
    return (await load(['1'])).searches
  }
  expect(await searchesAfter('upstream_timeout')).toBe(5)
  expect(await searchesAfter('proxy_timeout')).toBe(5)
  expect(await searchesAfter('busy')).toBe(4)
  expect(await searchesAfter('quota_exhausted')).toBe(4)
})

test('nothing is asked for beyond the limit of the list', async () => {
  getOffer.mockImplementation(async (_signal, _proxy, offerId) => answerFor(offerId, false))
  expect(await load(['1', '2'], 5)).toMatchObject({ isAsked: false, said: [], searches: 4 })
  expect(getOffer).not.toHaveBeenCalled()
  vi.stubGlobal('indexedDB', new IDBFactory())
  expect(await load(['1', '2'], 6)).toMatchObject({ isAsked: true, searches: 6 })
})
