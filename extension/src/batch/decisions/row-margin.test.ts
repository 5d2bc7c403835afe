import 'fake-indexeddb/auto'
import type { DetailedOffer } from '@find-on-1688/shared'
import { IDBFactory } from 'fake-indexeddb'
import { expect, test, vi } from 'vitest'
import type { LastingAssumptions } from '../../model/assumptions.ts'
import type { BatchRow } from '../../model/batch.ts'
import { aBatch, aBatchAnswer, aBatchRow, anOutcome } from '../../testing/batches.ts'
import { detailedWith, tiers } from '../../testing/offers.ts'
import { anOffer } from '../../testing/searches.ts'

/** The goods are the only cost. */
const assumptions: LastingAssumptions = { freight: { perKg: '0' }, duty: 'none', fee: 'none' }
/** A yuan is a sixth of a dollar. */
const rates = { base: 'EUR', date: '2026-07-01', rates: { USD: '1.2', CNY: '7.2' } } as never
const offerAt = (offerId: string, price: string) => anOffer(offerId, { priceTiers: tiers([1, price]) })
/** Of a selling price of 20 dollars, they leave 0.5, 0.75, 0.25 and 0.95. */
const offers = [offerAt('1', '60'), offerAt('2', '30'), offerAt('3', '90'), offerAt('4', '6')]

/** @param pages what is stored of offers' own pages */
async function marginOf(change: Partial<BatchRow>, verdicts = {}, pages: DetailedOffer[] = []) {
  vi.stubGlobal('indexedDB', new IDBFactory())
  vi.resetModules()
  const { addBatch, saveBatchAnswer } = await import('../../db/batches.ts')
  const { marginOfRow } = await import('./row-margin.ts')
  const row = aBatchRow(0, { digest: 'd1', state: 'done', price: '20', ...change })
  await addBatch(aBatch(), [row])
  await saveBatchAnswer(aBatchAnswer({ offers, verdicts }), [], (each) => each, 0)
  const { saveOfferDetails } = await import('../../db/offer-details.ts')
  for (const offer of pages) await saveOfferDetails({ offer, until: Date.now() + 60_000 })
  return marginOfRow(row, aBatch().settings, { assumptions, rates, currency: null })
}

const matched = anOutcome({ offers: 4, compared: 4, same: 1, likely: 1 })

test('is the best of the offers with the row’s photo, however cheap others are', async () => {
  expect(await marginOf({ outcome: matched }, { 1: 'same', 2: 'probably', 4: 'other' })).toBe(0.75)
})

test('is that of the chosen offer, whatever others would leave', async () => {
  const decision = { kind: 'offer', offerId: '3', offer: offerAt('3', '90'), at: 1 } as const
  expect(await marginOf({ outcome: matched, decision }, { 2: 'same' })).toBe(0.25)
})

test('is that of the offers’ own pages where those are known', async () => {
  const page = (offerId: string, price: string) => ({
    ...detailedWith([]),
    offerId,
    priceTiers: tiers([1, price]),
  })
  // Of 20 dollars, they leave 0.55 and 0.8.
  const pages = [page('1', '54'), page('2', '24')]
  const decision = { kind: 'offer', offerId: '1', offer: offerAt('1', '60'), at: 1 } as const
  expect(await marginOf({ outcome: matched, decision }, {}, pages)).toBe(0.55)
  expect(await marginOf({ outcome: matched }, { 1: 'same', 2: 'probably' }, pages)).toBe(0.8)
})

test('is unknown where no offer has the photo, none was chosen, or there is no selling price', async () => {
  expect(await marginOf({ outcome: anOutcome({ offers: 4 }) }, { 4: 'other' })).toBeNull()
  expect(await marginOf({ outcome: matched, decision: { kind: 'none', at: 1 } }, { 1: 'same' })).toBeNull()
  expect(await marginOf({ outcome: matched, price: null }, { 1: 'same' })).toBeNull()
  expect(await marginOf({})).toBeNull()
})
