import { expect, test } from 'vitest'
import { candidatesOf } from '../../extension/src/batch/decisions/candidates.ts'
import { DEFAULT_ASSUMPTIONS } from '../../extension/src/model/assumptions.ts'
import type { Batch, BatchRow } from '../../extension/src/model/batch.ts'
import { offerWith, tiers } from '../../extension/src/testing/offers.ts'
import { jsonLine } from './json-line.ts'

const SETTINGS = { quantity: 500, currency: 'USD', maxSearches: null }
const BATCH: Pick<Batch, 'columns'> = { columns: ['SKU', 'Photo'] }
const ROW: BatchRow = {
  ...{ batchId: 'b', index: 0, line: 2, own: ['S1', '1.jpg'], title: null, productNumber: null, link: null },
  ...{
    price: null,
    currency: null,
    quantity: null,
    weightKg: null,
    picture: { kind: 'file', name: '1.jpg' },
  },
  ...{ digest: null, state: 'waiting', decision: null, note: '' },
}
const CONTEXT = { assumptions: DEFAULT_ASSUMPTIONS, rates: undefined, currency: null }

const read = (...args: Parameters<typeof jsonLine>) => JSON.parse(jsonLine(...args))

test('a row is one line, with its own cells by their headers, also where two are the same', () => {
  const batch = { columns: ['SKU', 'Image', 'Image', ''] }
  const row = { ...ROW, line: 5, own: ['0017', 'a.jpg', 'b.jpg', 'two\nlines'] }
  const line = jsonLine(batch, row, [])
  expect(line).not.toContain('\n')
  expect(JSON.parse(line)).toMatchObject({
    line: 5,
    own: { SKU: '0017', Image: 'a.jpg', 'Image (2)': 'b.jpg', '': 'two\nlines' },
  })
})

test('what is not known is null, and never 0', () => {
  const row = { ...ROW, state: 'waiting', digest: null, picture: { kind: 'none' } } as const
  const line = read(BATCH, row, [])
  expect(line).toMatchObject({ picture: null, failure: null, searchedAt: null, offers: null, photos: null })
  const outcome = { at: 0, offers: 3, compared: 0, same: 0, likely: 0, suppliers: [] }
  expect(read(BATCH, { ...row, state: 'done', outcome }, [])).toMatchObject({ offers: 3, photos: null })
})

test('a failure has its code and what is known of it', () => {
  const row = { ...ROW, state: 'failed', failure: { code: 'address_not_found', detail: 'HTTP 404' } } as const
  expect(read(BATCH, row, []).failure).toEqual({ code: 'address_not_found', detail: 'HTTP 404' })
})

test('a candidate has the price at the row’s quantity and its verdict; the same photo comes first', () => {
  const row = { ...ROW, quantity: 100, price: null, currency: null }
  const offers = [
    offerWith({ offerId: '1', price: '9.00', priceTiers: [] }),
    offerWith({ offerId: '2', price: '8.00', priceTiers: tiers([10, '8.00'], [100, '7.50']), minOrder: 10 }),
  ]
  const candidates = candidatesOf({ offers, verdicts: { '2': 'same' } }, row, SETTINGS, CONTEXT)
  expect(read(BATCH, row, candidates).candidates).toMatchObject([
    {
      offerId: '2',
      place: 2,
      photo: 'same',
      quantity: 100,
      price: { basis: 'tiers', unitPrice: '7.50' },
      margin: null,
    },
    {
      offerId: '1',
      place: 1,
      photo: null,
      price: { basis: 'list', unitPrice: null, listPrice: { low: '9.00' } },
    },
  ])
})
