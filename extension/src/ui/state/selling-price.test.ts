import { expect, test } from 'vitest'
import type { Listing } from '../../model/listing.ts'
import { aSearch } from '../../testing/searches.ts'
import { sellingPriceOf } from './selling-price.ts'

const listing: Listing = {
  title: 'Backpack',
  price: '39.99',
  priceTo: null,
  currency: 'USD',
  productNumber: null,
  from: 'structured data',
}
const search = { ...aSearch('one', 1), listing }
const typed = { searchId: search.id, price: '25', currency: 'EUR' }

test('a typed price takes precedence over the listing’s', () => {
  expect(sellingPriceOf(search, null)).toMatchObject({ price: '39.99', currency: 'USD', isOwn: false })
  expect(sellingPriceOf(search, typed)).toMatchObject({ price: '25', currency: 'EUR', isOwn: true })
})

test('a price typed for another search is ignored', () => {
  expect(sellingPriceOf(search, { ...typed, searchId: 'another' })).toMatchObject({ price: '39.99' })
})

test('without a price and its currency there is no selling price', () => {
  expect(sellingPriceOf({ ...search, listing: { ...listing, currency: null } }, null)).toBeNull()
  expect(sellingPriceOf({ ...search, listing: null }, undefined)).toBeNull()
})
