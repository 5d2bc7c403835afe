import type { PhotoVerdict } from '@find-on-1688/shared'
import { expect, test } from 'vitest'
import { candidatesOf, type PriceContext } from '../../batch/decisions/candidates.ts'
import { DEFAULT_ASSUMPTIONS } from '../../model/assumptions.ts'
import type { OfferDetails } from '../../model/search.ts'
import { aBatch, aBatchAnswer, aBatchRow } from '../../testing/batches.ts'
import { detailsWith, tiers } from '../../testing/offers.ts'
import { anOffer } from '../../testing/searches.ts'
import { lackingTiers } from './lacking-tiers.ts'

const context: PriceContext = { assumptions: DEFAULT_ASSUMPTIONS, rates: undefined, currency: null }
const listed = (offerId: string) => anOffer(offerId, { priceTiers: [] })
const priced = (offerId: string) => anOffer(offerId, { priceTiers: tiers([1, '10.10']) })

function lackingOf(
  offers: ReturnType<typeof anOffer>[],
  verdicts: Record<string, PhotoVerdict>,
  details: Record<string, OfferDetails> = {},
) {
  const detailsOf = (offerId: string) => details[offerId]
  const answer = aBatchAnswer({ offers, verdicts })
  return lackingTiers(candidatesOf(answer, aBatchRow(0), aBatch().settings, context, detailsOf), detailsOf)
}

test('only offers with the product’s photo are asked for, and only if their price at the quantity is unknown', () => {
  const offers = [listed('1'), listed('2'), priced('3'), listed('4')]
  expect(lackingOf(offers, { 1: 'other', 2: 'same', 3: 'same', 4: 'probably' })).toEqual(['2', '4'])
})

test('where no offer has the photo, the first three are', () => {
  expect(lackingOf(['1', '2', '3', '4'].map(listed), {})).toEqual(['1', '2', '3'])
  expect(lackingOf([priced('1'), listed('2'), listed('3'), listed('4')], { 1: 'other' })).toEqual(['2', '3'])
})

test('what 1688 has answered is not paid again, but what failed may be', () => {
  const offers = ['1', '2', '3', '4'].map(listed)
  const verdicts = { 1: 'same', 2: 'same', 3: 'same', 4: 'same' } as const
  const details: Record<string, OfferDetails> = {
    1: detailsWith({ ...listed('1') }),
    2: { state: 'loading' },
    3: { state: 'failed', failure: { code: 'busy' } },
    4: { state: 'failed', failure: { code: 'not_supported' } },
  }
  expect(lackingOf(offers, verdicts, details)).toEqual(['3'])
})
