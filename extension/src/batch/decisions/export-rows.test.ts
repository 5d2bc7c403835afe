import 'fake-indexeddb/auto'
import { beforeEach, expect, test } from 'vitest'
import { addBatch, removeBatch, saveBatchAnswer, saveBatchPicture } from '../../db/batches.ts'
import { saveOfferDetails } from '../../db/offer-details.ts'
import { DEFAULT_ASSUMPTIONS } from '../../model/assumptions.ts'
import { aBatch, aBatchAnswer, aBatchRow } from '../../testing/batches.ts'
import { detailsWith } from '../../testing/offers.ts'
import { anOffer } from '../../testing/searches.ts'
import type { PriceContext } from './candidates.ts'
import { exportRows } from './export-rows.ts'

const batch = aBatch()
const context: PriceContext = { assumptions: DEFAULT_ASSUMPTIONS, rates: undefined, currency: null }
const offers = [anOffer('1'), anOffer('2'), anOffer('3')]
const rows = [
  aBatchRow(0, { digest: 'd', state: 'done' }),
  aBatchRow(1, {
    digest: 'd',
    state: 'done',
    decision: { kind: 'offer', offerId: '9', offer: anOffer('9'), at: 1 },
  }),
  aBatchRow(2, { state: 'failed', failure: { code: 'file_missing' } }),
]
const parts = { candidates: 2, withPictures: true }
const allowed = { isAllowed: async () => true, read: async () => new Uint8Array([7]) }
const denied = { isAllowed: async () => false, read: () => expect.fail('asked all the same') }
const nothing = {}

beforeEach(async () => {
  await removeBatch(batch.id)
  await addBatch(batch, rows)
  const answer = aBatchAnswer({ digest: 'd', offers, verdicts: { 3: 'same' } })
  await saveBatchAnswer(answer, [], (row) => row, 0)
  await saveBatchPicture({
    ...{ batchId: batch.id, digest: 'd', jpeg: new Blob() },
    thumb: `data:image/jpeg;base64,${btoa('jpeg')}`,
  })
})

test('rows come with their best candidates, what was chosen, and one picture for all that share it', async () => {
  const [first, second, third] = await exportRows(batch, rows, context, parts, nothing, denied)
  expect(first?.candidates.map(({ priced }) => priced.offer.offerId)).toEqual(['3', '1'])
  expect(first?.chosen).toBeNull()
  // What was chosen stays although it is no longer found.
  expect(second?.chosen?.priced.offer.offerId).toBe('9')
  expect(new TextDecoder().decode(first?.jpeg ?? undefined)).toBe('jpeg')
  expect(second?.jpeg).toBe(first?.jpeg)
  expect(third).toMatchObject({ chosen: null, candidates: [], jpeg: null })
})

test('prices are those of an offer’s own page, where that is known', async () => {
  const tiers = [
    { minQuantity: 1, price: '8' },
    { minQuantity: 500, price: '7' },
  ]
  const details = detailsWith({ ...offers[2], priceTiers: tiers })
  if (details.state !== 'done') return expect.fail()
  const { offer } = details
  await saveOfferDetails({ offer, until: Date.now() + 60_000 })
  const [first] = await exportRows(batch, rows, context, parts, nothing, denied)
  expect(first?.candidates[0]?.priced.at).toMatchObject({ unitPrice: '7', basis: 'tiers' })
})

test('pictures are read only if they are asked for', async () => {
  const [first] = await exportRows(batch, rows, context, { ...parts, withPictures: false })
  expect(first).not.toHaveProperty('jpeg')
})

test('of offers that were chosen, pictures come along where they can be read', async () => {
  const chosenJpegs = async (options: Parameters<typeof exportRows>[5]) =>
    (await exportRows(batch, rows, context, parts, nothing, options)).map(({ chosenJpeg }) => chosenJpeg)
  expect(await chosenJpegs(allowed)).toEqual([null, new Uint8Array([7]), null])
  const broken = { ...allowed, read: () => Promise.reject(new Error('unreachable')) }
  expect(await chosenJpegs(broken)).toEqual([null, null, null])
  expect(await chosenJpegs(denied)).toEqual([null, null, null])
})

test('it tells how far it is, and ends when it is stopped', async () => {
  const done: number[] = []
  await exportRows(batch, rows, context, parts, { onRows: (count) => done.push(count) }, allowed)
  // The picture of one offer first, then the rows.
  expect(done).toEqual([0.5, 2, 2.5, 3])
  const stop = new AbortController()
  const progress = { signal: stop.signal, onRows: () => stop.abort() }
  const stopped = exportRows(batch, rows, context, parts, progress, denied)
  await expect(stopped).rejects.toThrow(/abort/i)
})
