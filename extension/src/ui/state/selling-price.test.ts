import { expect, test } from 'vitest'
import { aSearch } from '../../testing/searches.ts'
import { sellingPriceOf } from './selling-price.ts'

const { listing } = aSearch('one', 1)
if (!listing) throw new Error('a listing in US dollars is needed')
const inEuro = { price: '25', currency: 'EUR' }
const inDollar = { price: '31', currency: 'USD' }

test('a typed price takes precedence over the listing’s', () => {
  expect(sellingPriceOf({ listing }, [])).toMatchObject({ price: '39.99', currency: 'USD', isOwn: false })
  expect(sellingPriceOf({ listing }, [inDollar])).toMatchObject({ price: '31', currency: 'USD', isOwn: true })
})

test('a price typed in one currency is not that of a listing in another', () => {
  expect(sellingPriceOf({ listing }, [inEuro])).toMatchObject({
    price: '39.99',
    currency: 'USD',
    isOwn: false,
  })
  expect(sellingPriceOf({ listing }, [inDollar, inEuro])).toMatchObject(inDollar)
  const german = { ...listing, currency: 'EUR' }
  expect(sellingPriceOf({ listing: german }, [inEuro, inDollar])).toMatchObject(inEuro)
})

test('if the page does not say its currency, the last typed price counts', () => {
  expect(sellingPriceOf({ listing: null }, [inDollar, inEuro])).toMatchObject(inEuro)
  expect(sellingPriceOf({ listing: { ...listing, currency: null } }, [inDollar])).toMatchObject(inDollar)
})

test('of a mark that several currencies share, only a price in one of them counts', () => {
  const open = { ...listing, currency: null, currencyMark: '$' }
  expect(sellingPriceOf({ listing: open }, [inEuro])).toBeNull()
  expect(sellingPriceOf({ listing: open }, [inDollar, inEuro])).toMatchObject(inDollar)
})

test('without a price and its currency there is no selling price', () => {
  expect(sellingPriceOf({ listing: { ...listing, currency: null } }, [])).toBeNull()
  expect(sellingPriceOf({ listing: null }, [])).toBeNull()
})

test('a text that is no number is kept as it was typed, and is no price', () => {
  const typed = { price: '3o.99', currency: 'USD' }
  expect(sellingPriceOf({ listing }, [typed])).toMatchObject({ price: null, text: '3o.99', currency: 'USD' })
})
