import { expect, test } from 'vitest'
import { en } from '../../i18n/en.ts'
import { setTexts } from '../../i18n/index.ts'
import { aSearch } from '../../testing/searches.ts'
import { markedPrice } from './listing-currency.tsx'

test.each([
  [{ price: '39.99', currencyMark: '$' }, '$39.99'],
  [{ price: '39.99', priceTo: '1250.5', currencyMark: '$' }, '$39.99–$1,250.5'],
  [{ price: '1399', currencyMark: 'kr' }, 'kr 1,399'],
  [{ price: '5', isFrom: true as const, currencyMark: '$' }, 'from $5'],
  [{ price: '39.99' }, null],
  [{ price: null, currencyMark: '$' }, null],
])('a price in an unknown currency has the mark that the page shows: %j is %j', (rest, text) => {
  setTexts(en)
  const { listing } = aSearch('a', 1)
  if (!listing) throw new Error('no listing')
  expect(markedPrice({ ...listing, currency: null, ...rest })).toBe(text)
})
