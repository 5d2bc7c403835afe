import type { Offer } from '@find-on-1688/shared'
import { expect, test } from 'vitest'
import { anOffer } from '../testing/searches.ts'
import { MOST_COMPARED, toggled } from './compared.ts'

const offers = Array.from({ length: MOST_COMPARED }, (_, index): Offer => anOffer(String(index + 1)))

test('an offer is taken in once, and out again', () => {
  const [first] = offers as [Offer, ...Offer[]]
  const one = toggled([], first)
  expect(one).toEqual([first])
  expect(toggled(one ?? [], first)).toEqual([])
})

test('where there is no room nothing is pushed out', () => {
  expect(toggled(offers, anOffer('99'))).toBeUndefined()
  expect(toggled(offers, offers[2] as Offer)).toHaveLength(MOST_COMPARED - 1)
})
