import { expect, test } from 'vitest'
import { detailsWith } from '../testing/offers.ts'
import { knownDetails, type OfferDetails } from './search.ts'

test('details are carried to a later search, and a chosen variant only to one of the same product', () => {
  const { offer } = detailsWith() as Extract<OfferDetails, { state: 'done' }>
  const match = { keys: ['1'], by: 'hand' as const }
  const details = {
    1: { state: 'done' as const, offer, match },
    2: { state: 'done' as const, offer, match: { keys: ['1'], by: 'photo' as const } },
    3: { state: 'loading' as const },
  }
  const bare = { state: 'done', offer }
  expect(knownDetails({ details }, true)).toEqual({ details: { 1: { ...bare, match }, 2: bare } })
  expect(knownDetails({ details }, false)).toEqual({ details: { 1: bare, 2: bare } })
})
