import type { PhotoVerdict } from '@find-on-1688/shared'
import { describe, expect, test } from 'vitest'
import type { LastingAssumptions } from '../../model/assumptions.ts'
import { aBatch, aBatchAnswer, aBatchRow } from '../../testing/batches.ts'
import { anOffer } from '../../testing/searches.ts'
import { type Candidate, candidatesOf, chosenOf, inOrder, type PriceContext } from './candidates.ts'

/** Freight and duty are left out, and the fee is a tenth. */
const assumptions: LastingAssumptions = { freight: { perKg: '0' }, duty: 'none', fee: { percent: '10' } }
// A euro is 1.2 dollars and 7.2 yuan, so a yuan is a sixth of a dollar.
const rates = { base: 'EUR', date: '2026-07-01', rates: { USD: '1.2', CNY: '7.2', GBP: '0.9' } } as never
const context: PriceContext = { assumptions, rates, currency: null }
const { settings } = aBatch()

/** 60 yuan at any quantity: 10 dollars. */
const offerAt = (offerId: string, price = '60') => ({
  ...anOffer(offerId),
  price,
  priceTiers: [{ minQuantity: 1, price }],
})

test('come with the same photo first, then likely ones, and otherwise as 1688 ordered them', () => {
  const verdicts: Record<string, PhotoVerdict> = { 2: 'probably', 3: 'other', 5: 'same', 6: 'probably' }
  const answer = aBatchAnswer({ offers: ['1', '2', '3', '4', '5', '6'].map((id) => offerAt(id)), verdicts })
  const found = candidatesOf(answer, aBatchRow(0), settings, context)
  expect(found.map(({ place, verdict }) => [place, verdict])).toEqual([
    [5, 'same'],
    [2, 'probably'],
    [6, 'probably'],
    [1, null],
    [3, 'other'],
    [4, null],
  ])
})

test('keep the places that they had while a person decides, whatever comparing photos says meanwhile', () => {
  const offers = ['1', '2', '3'].map((id) => offerAt(id))
  const idsOf = (found: readonly Candidate[]) => found.map(({ priced }) => priced.offer.offerId)
  const before = candidatesOf(aBatchAnswer({ offers }), aBatchRow(0), settings, context)
  const answer = aBatchAnswer({ offers: [...offers, offerAt('4')], verdicts: { 3: 'same', 4: 'probably' } })
  const compared = candidatesOf(answer, aBatchRow(0), settings, context)
  expect(idsOf(compared)).toEqual(['3', '4', '1', '2'])
  const kept = inOrder(compared, idsOf(before))
  expect(idsOf(kept)).toEqual(['1', '2', '3', '4'])
  expect(kept[2]?.verdict).toBe('same')
})

describe('the margin', () => {
  const answer = aBatchAnswer({ offers: [offerAt('1')] })
  const marginOf = (more: Parameters<typeof aBatchRow>[1], currency: string | null = 'USD') =>
    candidatesOf(answer, aBatchRow(0, more), { ...settings, currency }, context)[0]?.margin

  test('is of the row’s own selling price', () => {
    // 20 − 2 fee − 10 goods = 8, of 20
    expect(marginOf({ price: '20' })).toMatchObject({
      currency: 'USD',
      margin: { low: '0.4000', high: '0.4000' },
    })
  })

  test('is not made up without a price, or without the currency of one', () => {
    expect(marginOf({ price: null })).toBeNull()
    expect(marginOf({ price: '20' }, null)).toBeNull()
  })

  test('takes the row’s currency before that of the batch', () => {
    expect(marginOf({ price: '20', currency: 'GBP' })).toMatchObject({ currency: 'GBP' })
  })

  test('takes the row’s weight', () => {
    const freight: PriceContext = { ...context, assumptions: { ...assumptions, freight: { perKg: '12' } } }
    const of = (weightKg: string | null) =>
      candidatesOf(answer, aBatchRow(0, { price: '20', weightKg }), settings, freight)[0]?.margin
    expect(of(null)).toMatchObject({ margin: null, missing: ['freight'] })
    // 0.5 kg at 2 dollars a kilogram: one dollar less of 20
    expect(of('0.5')).toMatchObject({ margin: { low: '0.3500', high: '0.3500' } })
  })

  test('is of the country that the product is sold in', () => {
    const of = (link: string) => marginOf({ price: '20', currency: 'EUR', link })?.country
    expect(of('https://www.shop.de/p/1')).toBe('DE')
    expect(of('https://www.shop.fr/p/1')).toBe('FR')
    expect(of('not an address')).toBeNull()
  })
})

describe('the price', () => {
  const tiers = [
    { minQuantity: 1, price: '60' },
    { minQuantity: 500, price: '54' },
  ]
  const answer = aBatchAnswer({ offers: [{ ...anOffer('1'), priceTiers: tiers }] })
  const pricedFor = (quantity: number | null, currency: string | null = null) =>
    candidatesOf(answer, aBatchRow(0, { quantity }), settings, { ...context, currency })[0]?.priced

  test('is at the row’s quantity, or else at that of the batch', () => {
    expect(pricedFor(20)?.at.unitPrice).toBe('60')
    expect(pricedFor(null)?.at.unitPrice).toBe('54')
  })

  test('is also shown in the currency of the row, or in the chosen one', () => {
    expect(pricedFor(20)).toMatchObject({ currency: 'USD', converted: { low: '10' } })
    expect(pricedFor(20, 'GBP')).toMatchObject({ currency: 'GBP', converted: { low: '7.5' } })
  })
})

test('a chosen offer is known without its answer', () => {
  const decision = { kind: 'offer', offerId: '7', offer: offerAt('7'), at: 1 } as const
  const row = aBatchRow(0, { price: '20', decision })
  expect(chosenOf(row, settings, context)).toMatchObject({
    place: null,
    verdict: null,
    margin: { margin: { low: '0.4000' } },
  })
  const answer = aBatchAnswer({ offers: [offerAt('6'), offerAt('7')], verdicts: { 7: 'same' } })
  expect(chosenOf(row, settings, context, answer)).toMatchObject({ place: 2, verdict: 'same' })
  expect(chosenOf(aBatchRow(0), settings, context, answer)).toBeNull()
})
