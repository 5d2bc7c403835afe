import { expect, test } from 'vitest'
import { detailsWith, offerWith, tiers } from '../testing/offers.ts'
import { shippingOf, withDetails } from './offer-with-details.ts'
import { priceAt } from './price-at.ts'

const listed = offerWith({
  titleTranslated: 'Pleated skirt',
  price: '10.10',
  minOrder: 2,
  monthlySales: 1234,
  supplier: { name: '某某厂', location: '浙江省杭州市', years: 8, verified: true, badges: ['super_factory'] },
})

test('price tiers of the page replace the single price of the list', () => {
  const known = withDetails(listed, detailsWith({ priceTiers: tiers([2, '10.10'], [100, '8.5']) }))
  expect(priceAt(listed, 100)).toMatchObject({ unitPrice: null, listPrice: { low: '10.10', high: null } })
  expect(priceAt(known, 100).unitPrice).toBe('8.5')
})

test('fields that the page lacks stay as in the list', () => {
  const known = withDetails({ ...listed, priceTiers: tiers([2, '10.10']) }, detailsWith())
  expect(known).toMatchObject({ ...listed, priceTiers: tiers([2, '10.10']) })
})

test('the two ends of a price range come from one place', () => {
  const range = { ...listed, price: '10', priceMax: '25' }
  expect(withDetails(range, detailsWith({ price: '12' }))).toMatchObject({ price: '12', priceMax: null })
  expect(withDetails(range, detailsWith())).toMatchObject({ price: '10', priceMax: '25' })
  expect(withDetails(listed, detailsWith({ price: '12', priceMax: '14' }))).toMatchObject({
    price: '12',
    priceMax: '14',
  })
})

test('the page takes precedence over the list, also for the supplier', () => {
  const supplier = { name: '新名', location: null, years: null, verified: false, badges: [] }
  const known = withDetails(listed, detailsWith({ minOrder: 5, monthlySales: 0, supplier }))
  expect(known).toMatchObject({
    minOrder: 5,
    monthlySales: 0,
    supplier: { ...listed.supplier, name: '新名', verified: false },
  })
})

test('weight and size come from the page, and known ones stay', () => {
  expect(shippingOf(listed)).toBeNull()
  const light = { weightKg: 0.35, lengthCm: null, widthCm: null, heightCm: null }
  const known = withDetails(listed, detailsWith({ shipping: light }))
  expect(shippingOf(known)).toEqual(light)
  const again = withDetails(known, detailsWith({ shipping: { ...light, weightKg: null, lengthCm: 20 } }))
  expect(shippingOf(again)).toEqual({ ...light, lengthCm: 20 })
})

test.each([
  ['are not asked for', undefined],
  ['are under way', { state: 'loading' as const }],
  ['are of another offer', detailsWith({ offerId: '1', price: '1' })],
])('the offer is unchanged while details %s', (_, details) => {
  expect(withDetails(listed, details)).toBe(listed)
})
