import type { OfferVariant } from '@find-on-1688/shared'
import { expect, test } from 'vitest'
import { detailedWith } from '../testing/offers.ts'
import {
  type KnownOffer,
  matchedVariants,
  notForSale,
  stockOf,
  variantKey,
  variantName,
} from './variant-match.ts'

const variant = (id: string | null, value: string, stock: number | null = null): OfferVariant => ({
  ...{ id, attributes: [{ name: '颜色', value, valueTranslated: `${value} translated` }], price: '1' },
  ...{ promotionPrice: null, stock, imageUrl: null, weightKg: null },
})

const offerOf = (variants: OfferVariant[], more: object = {}): KnownOffer => ({
  ...detailedWith([]),
  variants,
  ...more,
})

test('a variant without an id is known by its attributes', () => {
  const [red, blue] = [variant(null, '红'), variant(null, '蓝')]
  expect(variantKey(red)).not.toBe(variantKey(blue))
  expect(matchedVariants(offerOf([red, blue], { match: { keys: [variantKey(blue)], by: 'photo' } }))).toEqual(
    [blue],
  )
  expect(matchedVariants(offerOf([red, blue]))).toEqual([])
})

test('a variant is named in the reader’s language, as far as it is translated', () => {
  const red = variant('1', '红')
  expect([variantName(red, true), variantName(red, false)]).toEqual(['红', '红 translated'])
  const plain = {
    ...red,
    attributes: [
      { name: null, value: '红' },
      { name: null, value: '大' },
    ],
  }
  expect([variantName(plain, true), variantName(plain, false)]).toEqual(['红，大', '红, 大'])
})

// Sold out is 0, and what is unknown of one is unknown of all: never 0, and never the stock of the others.
test.each<[string, (number | null)[], string[], number | null, string | undefined]>([
  ['all', [3, 4], [], 7, undefined],
  ['the searched one', [3, 0], ['1'], 0, 'soldOut'],
  ['the searched one, unknown', [3, null], ['1'], null, undefined],
  ['the others are not asked', [null, 4], ['1'], 4, undefined],
  ['one unknown', [0, null], [], null, undefined],
  ['none left', [0, 0], [], 0, 'soldOut'],
  ['the searched one, which is gone', [0, 9], ['7'], null, 'variantGone'],
])('stock of %s', (_what, stocks, keys, stock, closed) => {
  const variants = stocks.map((each, at) => variant(String(at), 'x', each))
  const offer = offerOf(variants, { match: { keys, by: 'photo' } })
  expect(stockOf(offer)).toBe(stock)
  expect(notForSale(offer)).toBe(closed)
})

test('an offer without variants has a stock of its own, and one that was taken down is not for sale', () => {
  expect(stockOf(offerOf([], { stock: 5 }))).toBe(5)
  expect(stockOf(offerOf([], { stock: 0 }))).toBe(0)
  expect(stockOf(offerOf([]))).toBeNull()
  expect(notForSale(offerOf([], { status: 'unavailable', stock: 5 }))).toBe('unavailable')
  expect(notForSale(offerOf([], { status: null, stock: null }))).toBeUndefined()
})
