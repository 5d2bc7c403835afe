import type { DetailedOffer } from '@find-on-1688/shared'
import { beforeAll, expect, test } from 'vitest'
import type { ShortlistEntry } from '../../db/schema.ts'
import { en } from '../../i18n/en.ts'
import { setTexts } from '../../i18n/index.ts'
import { tiers } from '../../testing/offers.ts'
import { anOffer } from '../../testing/searches.ts'
import { changeOfEntry, changesOf } from './entry-changes.ts'

beforeAll(() => setTexts(en))

const shipping = { weightKg: null, lengthCm: null, widthCm: null, heightCm: null }
const page = (rest: Partial<DetailedOffer> = {}): DetailedOffer => {
  return {
    ...anOffer('1', { priceTiers: tiers([2, '10'], [500, '8']) }),
    shipping,
    status: 'active',
    ...rest,
  }
}

const variant = (id: string, stock: number, price = '10') => ({
  ...{ id, attributes: [], price, promotionPrice: null, stock, imageUrl: null, weightKg: null },
})

const entry = (then: DetailedOffer, details: DetailedOffer): ShortlistEntry => ({
  ...{ offerId: '1', offer: anOffer('1'), at: 1, note: '', decision: 'none', details },
  watched: { at: 9, until: 9, before: { at: 1, offer: then } },
})

test.each<[string, Partial<DetailedOffer>, Partial<DetailedOffer>]>([
  ['↓ ¥8.00', {}, { priceTiers: tiers([2, '10'], [500, '7']), minOrder: 9 }],
  ['↑ ¥8.00', {}, { priceTiers: tiers([2, '10'], [500, '9']) }],
  ['MOQ was 2', {}, { minOrder: 9 }],
  ['New price tiers', {}, { priceTiers: tiers([2, '11'], [500, '8']) }],
  ['Available again', { status: 'unavailable' }, {}],
  [
    'Variant sold out',
    { variants: [variant('1', 5), variant('2', 5)] },
    { variants: [variant('1', 0), variant('2', 5)] },
  ],
  ['Stock changed', { stock: 5 }, { stock: 4 }],
])('%s', (text, then, now) => {
  expect(changeOfEntry(entry(page(then), page(now)), 500)).toBe(text)
})

test.each<[string, Partial<DetailedOffer>, Partial<DetailedOffer>]>([
  [
    'Price by variant ↓ ¥10.00–20.00',
    { variants: [variant('1', 5), variant('2', 5, '20')] },
    { variants: [variant('1', 5), variant('2', 5, '18')] },
  ],
  ['List price ↑ ¥10.00', { price: '10' }, { price: '11' }],
])('a price that is not the one at the quantity says which it is: %s', (text, then, now) => {
  const untiered = (rest: Partial<DetailedOffer>) => page({ priceTiers: [], ...rest })
  expect(changeOfEntry(entry(untiered(then), untiered(now)), 500)).toBe(text)
})

test('one that 1688 does not know any more is gone, whatever was known of it', () => {
  const { watched, ...known } = entry(page(), page({ minOrder: 9 }))
  const { details: _, ...ofList } = known
  const gone = { ...watched, at: 9, until: 0, isGone: true as const }
  const { before: __, ...seen } = gone
  for (const each of [known, ofList]) {
    expect(changesOf({ ...each, watched: gone }, 500)).toEqual([{ field: 'status', to: 'unavailable' }])
    expect(changesOf({ ...each, watched: seen }, 500)).toEqual([])
    for (const of of [gone, seen])
      expect(changeOfEntry({ ...each, watched: of }, 500)).toBe('No longer on 1688')
  }
})

test('nothing where the row says already that it cannot be bought', () => {
  expect(changeOfEntry(entry(page(), page({ status: 'unavailable', minOrder: 9 })), 500)).toBeUndefined()
})

test('nothing of what was not checked, or is as it was', () => {
  const { watched: _, ...unchecked } = entry(page(), page({ minOrder: 9 }))
  expect(changeOfEntry(unchecked, 500)).toBeUndefined()
  expect(changeOfEntry(entry(page(), page()), 500)).toBeUndefined()
})
