import { expect, test } from 'vitest'
import type { ProductEntry } from '../../db/schema.ts'
import { typedProductOf } from './typed-product.ts'

const saved: ProductEntry = {
  id: 'e',
  keys: ['search:one'],
  at: 1,
  figures: { weightKg: '0.3' },
  inCurrency: [
    { currency: 'EUR', figures: { other: '1.5' }, sellingPrice: '25' },
    { currency: 'USD', figures: {}, sellingPrice: '31' },
  ],
}
const search = { id: 'one' }

test('a weight is that of the product in every shop, and money only of listings in its currency', () => {
  const typed = typedProductOf(search, null, null, saved)
  expect(typed.figuresIn('EUR')).toEqual({ weightKg: '0.3', other: '1.5' })
  expect(typed.figuresIn('USD')).toEqual({ weightKg: '0.3' })
  expect(typed.figuresIn('GBP')).toEqual({ weightKg: '0.3' })
  expect(typed.sellingPrices).toEqual([
    { price: '25', currency: 'EUR' },
    { price: '31', currency: 'USD' },
  ])
})

test('what was typed in this session counts first, also for a search that repeats that one', () => {
  const figures = { searchId: 'one', currency: 'USD', weightKg: '0.4', other: '2' }
  const sale = { searchId: 'one', price: '26', currency: 'EUR' }
  for (const each of [search, { id: 'two', repeats: 'one' }]) {
    const typed = typedProductOf(each, figures, sale, saved)
    expect(typed.figuresIn('USD')).toEqual({ weightKg: '0.4', other: '2' })
    expect(typed.figuresIn('EUR')).toEqual({ weightKg: '0.4' })
    expect(typed.sellingPrices).toEqual([
      { price: '31', currency: 'USD' },
      { price: '26', currency: 'EUR' },
    ])
  }
})

test('what was typed for another search is not of this one', () => {
  const other = { searchId: 'other', weightKg: '9' }
  const typed = typedProductOf(search, other, { searchId: 'other', price: '1', currency: 'USD' }, undefined)
  expect(typed.figuresIn('USD')).toEqual({})
  expect(typed.sellingPrices).toEqual([])
})

test('figures that an older version stored without a currency count', () => {
  const typed = typedProductOf(search, { searchId: 'one', weightKg: '0.6', other: '1' }, null, undefined)
  expect(typed.figuresIn('USD')).toEqual({ weightKg: '0.6', other: '1' })
})
