import type { Offer } from '@find-on-1688/shared'
import { beforeEach, describe, expect, test } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { type ComparedProduct, comparedItem, comparedProductItem } from '../../model/stored-items.ts'
import { anOffer } from '../../testing/searches.ts'
import { changed, MAX_COMPARED, toggleCompared, toggled } from './comparison.ts'

const offers = Array.from({ length: MAX_COMPARED }, (_, index): Offer => anOffer(String(index + 1)))

beforeEach(() => fakeBrowser.reset())

test('an offer is added once, and removed the second time', () => {
  const [first] = offers as [Offer, ...Offer[]]
  const one = toggled([], first)
  expect(one).toEqual([first])
  expect(toggled(one ?? [], first)).toEqual([])
})

test('a full comparison keeps its offers', () => {
  expect(toggled(offers, anOffer('99'))).toBeUndefined()
  expect(toggled(offers, offers[2] as Offer)).toHaveLength(MAX_COMPARED - 1)
})

const ofProduct = (...keys: string[]): ComparedProduct => ({
  keys,
  name: keys[0] ?? null,
  picture: '',
  savedId: keys[0] ?? '',
})

describe('a comparison belongs to a product', () => {
  const [first, second, third] = offers as [Offer, Offer, Offer, ...Offer[]]
  const bag = ofProduct('search:bag', 'picture:1')
  const before = { offers: [first, second], product: bag }

  test('which is that of its first offer', () => {
    const empty = { offers: [], product: ofProduct('search:old') }
    expect(changed(empty, first, [bag])).toMatchObject({
      kind: 'added',
      now: { offers: [first], product: bag },
    })
  })

  test('an offer of the same product is added, and what else is known of that product', () => {
    const again = ofProduct('search:later', 'picture:1')
    const { kind, now } = changed(before, third, [again])
    expect(kind).toBe('added')
    expect(now.offers).toEqual([first, second, third])
    expect(now.product).toEqual({ ...bag, keys: ['search:bag', 'picture:1', 'search:later'] })
  })

  test('an offer of another product begins a comparison of its own, and both can be compared together', () => {
    const lamp = ofProduct('search:lamp', 'picture:2')
    const { kind, now, together } = changed(before, third, [lamp])
    expect(kind).toBe('other')
    expect(now).toEqual({ offers: [third], product: lamp })
    expect(together?.offers).toEqual([first, second, third])
    expect(together?.product, 'it is still for the bag').toEqual({ ...bag, joinedKeys: lamp.keys })
    expect(changed(together ?? before, offers[3] as Offer, [lamp]).kind).toBe('added')
  })

  test('the same picture under two numbers is two products', () => {
    const one = ofProduct('asin:B000000001', 'picture:1')
    const other = ofProduct('asin:B000000002', 'picture:1')
    expect(changed({ offers: [first], product: one }, second, [other]).kind).toBe('other')
  })

  test('a full comparison does not stand in the way of another product', () => {
    const full = { offers, product: bag }
    expect(changed(full, anOffer('99'), [ofProduct('search:lamp')])).toMatchObject({
      kind: 'other',
      together: undefined,
    })
    expect(changed(full, anOffer('99'), [bag])).toMatchObject({ kind: 'full', now: full })
  })

  test('nothing says that an unknown product is another one', () => {
    expect(changed(before, third, []).kind).toBe('added')
    expect(changed({ ...before, product: null }, third, [bag])).toMatchObject({
      kind: 'added',
      now: { product: null },
    })
  })

  test('any of the products that an offer was found for will do', () => {
    expect(changed(before, third, [ofProduct('search:lamp'), bag]).kind).toBe('added')
  })

  test('an offer is taken out whatever it was found for', () => {
    expect(changed(before, second, [ofProduct('search:lamp')])).toMatchObject({
      kind: 'removed',
      now: { offers: [first], product: bag },
    })
  })
})

test('two keys pressed quickly add two offers', async () => {
  const [first, second] = offers as [Offer, Offer, ...Offer[]]
  const bag = ofProduct('search:bag')
  const add = (offer: Offer) => toggleCompared(offer, async () => [bag])
  const [one, other] = await Promise.all([add(first), add(second)])
  expect(one.now.offers).toEqual([first])
  expect(other.before.offers).toEqual([first])
  expect(await comparedItem.getValue()).toEqual([first, second])
  expect(await comparedProductItem.getValue()).toEqual(bag)
})
