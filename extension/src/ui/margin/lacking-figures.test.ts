import type { Offer } from '@find-on-1688/shared'
import { expect, test } from 'vitest'
import type { Assumptions } from '../../model/assumptions.ts'
import type { Failure } from '../../model/failure.ts'
import type { OfferDetails, ResultList } from '../../model/search.ts'
import { costInputsFor } from '../../pricing/landed-cost.ts'
import { marginOf } from '../../pricing/margin.ts'
import { priceAt } from '../../pricing/price-at.ts'
import { aList, anOffer, aSearch } from '../../testing/searches.ts'
import { lackingFigures } from './lacking-figures.ts'

const LISTED = anOffer('1', { priceTiers: [], price: '40' })
const TIERED = anOffer('1')
const RATES = { date: '2026-11-24', rates: { CNY: '8', USD: '1' } }

interface Known {
  offer?: Offer
  assumed?: Partial<Assumptions>
  provider?: NonNullable<ResultList['provider']>
  details?: OfferDetails
}

function lackingOf({ offer = LISTED, assumed, provider = 'crossborder', details }: Known) {
  const assumptions: Assumptions = { freight: 'air', duty: 'country', fee: 'usual', ...assumed }
  const result = marginOf(
    { price: '20', priceTo: null, currency: 'USD' },
    costInputsFor(offer, 200, RATES, assumptions),
  )
  const search = aSearch('a', 1, {
    lists: { same: aList([offer], { provider }) },
    ...(details && { details: { [offer.offerId]: details } }),
  })
  return lackingFigures(search, { offer, at: priceAt(offer, 200) }, result)
}

const SIZE = { lengthCm: '20', widthCm: '15', heightCm: '5' }

test.each<[string, Known, string[] | undefined]>([
  ['weight and tiers of a list', {}, ['weight', 'tiers']],
  ['weight alone once the price is quoted', { assumed: { quotes: { '1': '22' } } }, ['weight']],
  ['weight alone once the tiers are known', { offer: TIERED }, ['weight']],
  ['tiers alone once weight and size are typed', { assumed: { weightKg: '1', ...SIZE } }, ['tiers']],
  ['size where volume may be charged', { offer: TIERED, assumed: { weightKg: '1' } }, ['size']],
  ['nothing once all is known', { offer: TIERED, assumed: { weightKg: '1', ...SIZE } }, undefined],
  ['no weight where freight is free', { offer: TIERED, assumed: { freight: { perKg: '0' } } }, undefined],
  ['no weight that is typed wrongly', { offer: TIERED, assumed: { weightKg: 'light' } }, undefined],
  [
    'a price that is not known at all',
    { offer: anOffer('1', { priceTiers: [], price: null }) },
    ['weight', 'tiers'],
  ],
])('%s', (_, known, figures) => {
  expect(lackingOf(known)?.figures).toEqual(figures)
})

const failed = (code: Failure['code']): OfferDetails => ({ state: 'failed', failure: { code } as Failure })

test('how asking for it stands', () => {
  expect(lackingOf({})?.state).toBe('askable')
  expect(lackingOf({ details: { state: 'loading' } })?.state).toBe('loading')
  expect(lackingOf({ details: failed('upstream_unavailable') })).toMatchObject({
    state: 'failed',
    failure: { code: 'upstream_unavailable' },
  })
  expect(lackingOf({ details: failed('not_supported') })?.state).toBe('unavailable')
  expect(lackingOf({ provider: 'image-search' })?.state).toBe('unavailable')
  const asked = { state: 'done', offer: { ...LISTED, shipping: null } } as unknown as OfferDetails
  expect(lackingOf({ details: asked })?.state).toBe('unavailable')
})
