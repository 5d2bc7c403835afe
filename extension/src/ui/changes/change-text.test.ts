import { beforeAll, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { en } from '../../i18n/en.ts'
import { setTexts } from '../../i18n/index.ts'
import type { OfferChange } from '../../pricing/offer-changes.ts'
import { tiers } from '../../testing/offers.ts'
import { type ChangeText, changeTexts } from './change-text.ts'

beforeAll(() => {
  setTexts(en)
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('en-US')
})

const RED = {
  ...{ id: '1', price: null, promotionPrice: null, stock: 0, imageUrl: null, weightKg: null },
  attributes: [{ name: '颜色', value: '红', nameTranslated: 'Colour', valueTranslated: 'Red' }],
}

const price = (from: [string, string?], to: [string, string?], rest: object = {}) =>
  ({
    ...{ field: 'price', basis: 'quantity', quantity: 500, direction: 'up' },
    from: { low: from[0], high: from[1] ?? from[0] },
    to: { low: to[0], high: to[1] ?? to[0] },
    ...rest,
  }) as OfferChange

test.each<[string, OfferChange, ChangeText[]]>([
  [
    'a price at a quantity',
    price(['16.2'], ['17.1']),
    [{ name: 'Price at 500', from: '¥16.20', to: '¥17.10 (+5.6%)', isBad: true }],
  ],
  [
    'a lower price',
    price(['20'], ['19'], { direction: 'down' }),
    [{ name: 'Price at 500', from: '¥20.00', to: '¥19.00 (−5%)', isBad: false }],
  ],
  [
    'a range whose high end has moved',
    price(['10', '20'], ['10', '25'], { basis: 'variants' }),
    [{ name: 'Price by variant', from: '¥10.00–20.00', to: '¥10.00–25.00', isBad: true }],
  ],
  [
    'a price of nothing has no percentage',
    price(['0'], ['1'], { basis: 'list' }),
    [{ name: 'List price', from: '¥0.00', to: '¥1.00', isBad: true }],
  ],
  [
    'one tier of two',
    { field: 'tiers', from: tiers([2, '10'], [500, '8']), to: tiers([2, '10.0'], [500, '7.5']) },
    [{ name: 'Price tiers, 500+', from: '¥8.00', to: '¥7.50', isBad: false }],
  ],
  [
    'tiers at other quantities',
    { field: 'tiers', from: tiers([2, '10']), to: tiers([2, '10'], [500, '8']) },
    [{ name: 'Price tiers', from: '2+ ¥10.00', to: '2+ ¥10.00, 500+ ¥8.00', isBad: false }],
  ],
  [
    'a higher minimum',
    { field: 'minOrder', from: 2, to: 1000 },
    [{ name: 'MOQ', from: '2', to: '1,000', isBad: true }],
  ],
  [
    'stock, and none any more',
    {
      field: 'stock',
      variants: [
        { variant: RED, from: 80, to: 0 },
        { variant: null, from: 0, to: 1200 },
      ],
    },
    [
      { name: 'Stock: Red', from: '80', to: 'sold out', isBad: true },
      { name: 'Stock', from: '0', to: '1,200', isBad: false },
    ],
  ],
  ['gone', { field: 'status', to: 'unavailable' }, [{ name: 'No longer available on 1688', isBad: true }]],
  ['back again', { field: 'status', to: 'active' }, [{ name: 'Available again on 1688', isBad: false }]],
])('%s', (_, change, expected) => {
  expect(changeTexts(change)).toEqual(expected)
})
