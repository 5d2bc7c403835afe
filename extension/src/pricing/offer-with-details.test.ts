import type { DetailedOffer } from '@find-on-1688/shared'
import { expect, test } from 'vitest'
import type { OfferDetails } from '../model/search.ts'
import { detailedWith, detailsWith, offerWith, tiers } from '../testing/offers.ts'
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

test('once the page has variants, the price in the list is that of nobody knows which of them', () => {
  const ranged = { ...listed, priceMax: '25', priceTiers: tiers([1, '10.10']) }
  const of = (prices: (string | null)[], page: Partial<DetailedOffer> = {}) => {
    const { price, priceMax, priceTiers } = withDetails(
      ranged,
      detailsWith({ variants: detailedWith(prices).variants ?? [], ...page }),
    )
    return { price, priceMax, priceTiers }
  }
  expect(of(['1.20', null])).toEqual({ price: null, priceMax: null, priceTiers: [] })
  expect(of(['1.20', '24'], { price: '1.20', priceMax: '24' })).toEqual({
    ...{ price: '1.20', priceMax: '24', priceTiers: [] },
  })
  const steps = tiers([2, '9'], [50, '8'])
  expect(of([null], { price: '9', priceTiers: steps })).toEqual({
    price: '9',
    priceMax: null,
    priceTiers: steps,
  })
})

test('so are its promotion and dropship prices', () => {
  const bait = { ...listed, promotionPrice: '0.72', dropshipPrice: '1.50' }
  const of = (keys: string[], page: Partial<DetailedOffer> = {}) => {
    const [lid, red, blue] = (detailedWith(['1.20', '24', '26']).variants ?? []).map((variant, at) => ({
      ...{ ...variant, id: `${at}`, promotionPrice: at === 0 ? '0.72' : '20' },
    }))
    const variants = [lid, red, { ...blue, promotionPrice: null }] as DetailedOffer['variants']
    const details = { ...detailsWith({ variants, ...page }), match: { keys, by: 'photo' } } as OfferDetails
    const { promotionPrice, dropshipPrice } = withDetails(bait, details)
    return { promotionPrice, dropshipPrice }
  }
  expect(of([])).toEqual({ promotionPrice: null, dropshipPrice: null })
  expect(of(['1'])).toEqual({ promotionPrice: '20', dropshipPrice: null })
  expect(of(['1', '2'])).toEqual({ promotionPrice: null, dropshipPrice: null })
  expect(of(['2'])).toEqual({ promotionPrice: null, dropshipPrice: null })
  expect(of([], { promotionPrice: '9', dropshipPrice: '30' })).toEqual({
    promotionPrice: '9',
    dropshipPrice: '30',
  })
  expect(withDetails(bait, detailsWith())).toMatchObject({ promotionPrice: '0.72', dropshipPrice: '1.50' })
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

test('the offer weighs what the variants weigh that are the searched product', () => {
  const variant = (id: string, weightKg: number | null) => ({
    ...{ id, attributes: [], price: '1', promotionPrice: null, stock: null, imageUrl: null, weightKg },
  })
  const shipping = { weightKg: 0.9, lengthCm: 20, widthCm: null, heightCm: null }
  const weightOf = (...keys: string[]) => {
    const details = detailsWith({
      variants: [variant('lid', 0.05), variant('S', 0.4), variant('L', 0.4), variant('XL', null)],
      shipping,
    })
    return shippingOf(withDetails(listed, { ...details, match: { keys, by: 'photo' } } as OfferDetails))
  }
  expect(weightOf('S')).toEqual({ ...shipping, weightKg: 0.4 })
  expect(weightOf('S', 'L')).toEqual({ ...shipping, weightKg: 0.4 })
  // They differ, and what is said of the offer as a whole is that of one of them at most.
  expect(weightOf('S', 'lid')).toEqual({ ...shipping, weightKg: null })
  for (const keys of [[], ['XL'], ['S', 'XL']]) expect(weightOf(...keys)).toEqual(shipping)
})
