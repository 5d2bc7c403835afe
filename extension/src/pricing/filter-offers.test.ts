import { describe, expect, test } from 'vitest'
import type { Filters } from '../model/preferences.ts'
import { detailsWith, offerWith, tiers } from '../testing/offers.ts'
import { badgesIn, filterOffers, passes, servicesIn } from './filter-offers.ts'

const skirt = offerWith({
  offerId: '1',
  title: '夏季新款ＰＵ半身裙',
  titleTranslated: 'Summer Pleated Skirt',
  priceTiers: tiers([2, '10.10'], [100, '8.5']),
  minOrder: 2,
  supplier: {
    name: '杭州某某服饰厂',
    location: '浙江省杭州市',
    years: 8,
    verified: true,
    badges: ['super_factory', 'tp_member'],
  },
})
const unknown = offerWith({ offerId: '2' })

describe('an offer passes', () => {
  test.each<[Filters, number, boolean]>([
    [{}, 1, true],
    [{ priceMax: '10.1' }, 1, true],
    [{ priceMax: '10.09' }, 1, false],
    [{ priceMax: '10.09' }, 100, true],
    [{ priceMin: '10.1' }, 1, true],
    [{ priceMin: '10.1' }, 100, false],
    // As strings, 9 would be more than 10.10.
    [{ priceMin: '9', priceMax: '11' }, 1, true],
    [{ minOrder: 2 }, 1, true],
    [{ minOrder: 1 }, 1, false],
    [{ verified: true }, 1, true],
    [{ badges: ['tp_member', 'other'] }, 1, true],
    [{ badges: ['other'] }, 1, false],
    [{ badges: [] }, 1, true],
    [{ words: 'skirt SUMMER' }, 1, true],
    [{ words: '  pu 杭州  ' }, 1, true],
    [{ words: '浙江省' }, 1, true],
    [{ words: 'skirt winter' }, 1, false],
    [{ words: '   ' }, 1, true],
    [{ priceMax: '11', verified: true, words: 'skirt', minOrder: 1 }, 1, false],
  ])('%j at %i pieces: %s', (filters, quantity, expected) => {
    expect(passes(skirt, filters, quantity)).toBe(expected)
  })

  test.each<Filters>([
    { priceMin: '0' },
    { priceMax: '999999' },
    { minOrder: 999_999 },
    { verified: true },
    { badges: ['tp_member'] },
    { words: 'skirt' },
  ])('no limit on an unknown value: %j', (filters) => {
    expect(passes(unknown, filters, 1)).toBe(false)
    expect(passes(unknown, {}, 1)).toBe(true)
  })

  test('by the details of its own page', () => {
    const details = detailsWith({ offerId: '2', price: '5', minOrder: 1 })
    expect(passes(unknown, { priceMax: '5', minOrder: 1 }, 1, details)).toBe(true)
  })

  test('no word that spans two of its texts', () => {
    expect(passes(skirt, { words: '裙summer' }, 1)).toBe(false)
  })
})

test('every wanted service has to be stated; without a statement an offer does not pass', () => {
  const stated = offerWith({ offerId: '3', services: ['dropship', 'ships48h'] })
  expect(passes(stated, { services: ['dropship'] }, 1)).toBe(true)
  expect(passes(stated, { services: ['dropship', 'ships48h'] }, 1)).toBe(true)
  expect(passes(stated, { services: ['dropship', 'returns7d'] }, 1)).toBe(false)
  expect(passes(unknown, { services: ['dropship'] }, 1)).toBe(false)
  const { services: _, ...older } = stated
  expect(passes(older, { services: ['dropship'] }, 1)).toBe(false)
  expect(servicesIn([stated, unknown])).toMatchObject({ dropship: 1, ships48h: 1, returns7d: 0 })
})

test('hidden offers are counted, and the rest keep their order', () => {
  const other = offerWith({ offerId: '3', price: '3', minOrder: 1 })
  const none = () => undefined
  expect(filterOffers([skirt, unknown, other], { priceMax: '20' }, 1, none)).toEqual({
    offers: [skirt, other],
    hidden: 1,
    unstated: 0,
  })
  expect(filterOffers([], { priceMax: '20' }, 1, none)).toEqual({ offers: [], hidden: 0, unstated: 0 })
})

test('of the hidden offers, those are counted that only do not state a service', () => {
  const stated = offerWith({ offerId: '3', price: '3', services: ['dropship'] })
  const silent = offerWith({ offerId: '4', price: '4', services: [] })
  const dear = offerWith({ offerId: '5', price: '50', services: [] })
  expect(
    filterOffers([stated, silent, dear], { priceMax: '20', services: ['dropship'] }, 1, () => undefined),
  ).toEqual({ offers: [stated], hidden: 2, unstated: 1 })
})

test('badges count once per offer, most frequent first', () => {
  const supplier = { ...unknown.supplier, badges: ['tp_member', 'tp_member'] }
  expect(badgesIn([skirt, unknown, { ...unknown, supplier }])).toEqual([
    { badge: 'tp_member', count: 2 },
    { badge: 'super_factory', count: 1 },
  ])
  expect(badgesIn([unknown])).toEqual([])
})
