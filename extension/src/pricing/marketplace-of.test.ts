import { expect, test } from 'vitest'
import { type Assumptions, DEFAULT_ASSUMPTIONS } from '../model/assumptions.ts'
import { marketplaceOf, rememberedMarketplaces } from './marketplace-of.ts'

const of = (known: Partial<Assumptions>, currency = 'EUR') =>
  marketplaceOf({ ...DEFAULT_ASSUMPTIONS, ...known }, currency)

test.each([
  ['www.amazon.co.uk', 'GB'],
  ['www.amazon.de', 'DE'],
  ['allegro.pl', 'PL'],
  ['www.amazon.com', 'US'],
  ['WWW.WALMART.COM', 'US'],
  ['shopee.co.th', 'TH'],
  // Known to be somewhere without a preset.
  ['www.jumia.com.ng', 'ZZ'],
])('%s sells in %s', (shop, country) => {
  expect(of({ shop })).toEqual({ country, from: 'shop' })
})

test.each([
  ['GBP', 'GB'],
  ['JPY', 'JP'],
  ['PLN', 'PL'],
  ['USD', 'US'],
])('without a shop, %s is the money of %s', (currency, country) => {
  expect(of({}, currency)).toEqual({ country, from: 'currency' })
  expect(of({ shop: 'shop.example.com' }, currency)).toEqual({ country, from: 'currency' })
})

test('the euro is the money of many, so it is asked once and remembered', () => {
  expect(of({})).toBeNull()
  expect(of({ shop: 'shop.example.com' })).toBeNull()
  const marketplaces = { EUR: 'IT' }
  expect(of({ marketplaces })).toEqual({ country: 'IT', from: 'remembered' })
  // A shop that tells its country knows better, and what was chosen for the product counts most.
  expect(of({ marketplaces, shop: 'www.amazon.de' })).toEqual({ country: 'DE', from: 'shop' })
  expect(of({ marketplaces, shop: 'www.amazon.de', marketplace: 'FR' })).toEqual({
    country: 'FR',
    from: 'chosen',
  })
})

test('a currency that no country here has tells nothing', () => {
  expect(of({}, 'XAU')).toBeNull()
})

test('a choice is remembered for the currency, unless the shop’s domain says otherwise', () => {
  expect(rememberedMarketplaces({ marketplaces: { USD: 'US' } }, 'EUR', 'IT')).toEqual({
    USD: 'US',
    EUR: 'IT',
  })
  expect(rememberedMarketplaces({ shop: 'shop.example.com' }, 'EUR', 'FR')).toEqual({ EUR: 'FR' })
  expect(rememberedMarketplaces({ shop: 'www.amazon.de', marketplaces: { USD: 'US' } }, 'EUR', 'FR')).toEqual(
    {
      USD: 'US',
    },
  )
})
