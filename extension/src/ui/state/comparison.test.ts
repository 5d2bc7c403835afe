import type { Offer } from '@find-on-1688/shared'
import { beforeEach, expect, test } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { comparedItem } from '../../model/stored-items.ts'
import { anOffer } from '../../testing/searches.ts'
import { MAX_COMPARED, toggleCompared, toggled } from './comparison.ts'

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

test('two keys pressed quickly add two offers', async () => {
  const [first, second] = offers as [Offer, Offer, ...Offer[]]
  const [one, other] = await Promise.all([toggleCompared(first), toggleCompared(second)])
  expect(one).toEqual({ before: [], now: [first] })
  expect(other).toEqual({ before: [first], now: [first, second] })
  expect(await comparedItem.getValue()).toEqual([first, second])
})
