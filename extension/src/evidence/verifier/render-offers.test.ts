import { expect, test } from 'vitest'
import { tiers } from '../../testing/offers.ts'
import { evidenceEn } from '../texts-en.ts'
import { priceOf } from './render-offers.js'

test('a price without tiers is a list price, and a range stays a range', () => {
  const text = (price: string | null, priceMax?: string | null) =>
    priceOf({ price, priceMax, priceTiers: [] }, evidenceEn)
  expect(text('35.50')).toBe('35.50 yuan, list price; 1688 does not state the quantity')
  expect(text('10.00', '25.00')).toMatch(/^10\.00–25\.00 yuan, list price/)
  expect(text(null, null)).toBe('not stated')
})

test('price tiers are given with their quantities, and no price beside them', () => {
  expect(priceOf({ price: '10.10', priceTiers: tiers([2, '10.10'], [50, '9.60']) }, evidenceEn)).toBe(
    'from 2: 10.10 yuan; from 50: 9.60 yuan',
  )
})
