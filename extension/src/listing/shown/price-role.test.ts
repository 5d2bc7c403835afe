import { describe, expect, test } from 'vitest'
import {
  isElsewhere,
  isLowestPrice,
  isNamedNow,
  isOldPrice,
  isOtherPrice,
  isRegularPrice,
  isSalePrice,
  isWithoutTax,
  type PriceContext,
} from './price-role.ts'

const context = (more: Partial<PriceContext>): PriceContext => ({
  text: '£86.00',
  own: '',
  before: '',
  after: '',
  names: '',
  ...more,
})

describe('another price than the one to pay', () => {
  test.each([
    { before: 'You save' },
    { before: 'RRP' },
    { before: 'Delivery' },
    { before: 'Buy used' },
    { before: 'More buying choices' },
    { before: '31 new from' },
    { after: 'per month' },
    { after: '/ 100 g' },
    { after: 'with Klarna' },
    { after: 'with StoreCard' },
    { text: 'Gift wrap +£3.00' },
    { names: 'price price--old' },
    { names: 'shipping-cost' },
    { names: 'tier-price' },
    { names: 'a-price a-text-price' },
  ])('is told by %o', (more) => expect(isOtherPrice(context(more))).toBe(true))

  test.each([
    {},
    { before: 'Price' },
    { before: 'Our price' },
    { after: 'In stock' },
    { after: 'inc VAT' },
    { names: 'product-price' },
    { names: 'product-price has-discount' },
    { names: 'a-price a-text-price apex-price-to-pay' },
  ])('is not told by %o', (more) => expect(isOtherPrice(context(more))).toBe(false))
})

test('a former price is told by its name, in several languages', () => {
  for (const names of ['old-price', 'prix-barre', 'precio antes', 'line-through', 'c-price--was'])
    expect(isOldPrice(names), names).toBe(true)
  for (const names of ['price', 'gold-price', 'prices-now']) expect(isOldPrice(names), names).toBe(false)
})

test('the regular price is the price, until there is another', () => {
  expect(isRegularPrice(context({ before: 'Regular price' }))).toBe(true)
  expect(isOtherPrice(context({ before: '', names: 'price-item--regular' }))).toBe(false)
})

test('a reduced price and the price of now are told by name or label', () => {
  expect(isSalePrice(context({ names: 'price-item--sale' }))).toBe(true)
  expect(isSalePrice(context({ before: 'Special price' }))).toBe(true)
  expect(isNamedNow(context({ names: 'current-price' }))).toBe(true)
  expect(isSalePrice(context({ names: 'wholesale' }))).toBe(false)
})

test('the lowest of several prices is told by the words around it', () => {
  expect(isLowestPrice(context({ before: 'From' }))).toBe(true)
  expect(isLowestPrice(context({ text: 'ab 12,99 €' }))).toBe(true)
  expect(isLowestPrice(context({ text: '$23.40+' }))).toBe(true)
  expect(isLowestPrice(context({ before: 'From our workshop, now' }))).toBe(false)
})

test('tax that is added is told by the words beside a price', () => {
  expect(isWithoutTax(context({ after: 'ex VAT' }))).toBe(true)
  expect(isWithoutTax(context({ after: 'inc VAT' }))).toBe(false)
})

test('areas of other products are told by name; an element is about what its block is about', () => {
  for (const names of ['related-products', 'upsell', 'products-grid', 'mini-cart', 'site-header'])
    expect(isElsewhere(names), names).toBe(true)
  for (const names of ['product-info', 'product-card__price', 'product-header', 'add-to-cart'])
    expect(isElsewhere(names), names).toBe(false)
})
