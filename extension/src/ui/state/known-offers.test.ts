import type { DetailedOffer, Offer } from '@find-on-1688/shared'
import { describe, expect, test } from 'vitest'
import type { ShortlistEntry } from '../../db/schema.ts'
import { EMPTY_LIST, type OfferDetails, type Search } from '../../model/search.ts'
import { knownOffer } from './known-offers.ts'

const offer = (offerId: string, title = 'listed') => ({ offerId, title }) as Offer
const detailed = (offerId: string) => ({ offerId, title: 'detailed' }) as DetailedOffer
const list = (...offers: Offer[]) => ({ ...EMPTY_LIST, offers, page: 1, state: 'done' as const })
const search = (change: Partial<Search> = {}) =>
  ({ id: 's', mode: 'same', lists: { same: list(offer('1')) }, ...change }) as Search
const saved = (offerId: string, change: Partial<ShortlistEntry> = {}) =>
  new Map([[offerId, { offerId, offer: offer(offerId, 'saved'), ...change } as ShortlistEntry]])
const nowhere = { search: null, shortlist: new Map(), compared: [] }

describe('where an offer is known', () => {
  test('the current search comes before the shortlist, and that before the comparison', () => {
    const all = { search: search(), shortlist: saved('1'), compared: [offer('1', 'compared')] }
    expect(knownOffer('1', all)).toMatchObject({ from: 'search', offer: { title: 'listed' } })
    expect(knownOffer('1', { ...all, search: null })).toMatchObject({ from: 'shortlist' })
    expect(knownOffer('1', { ...nowhere, compared: all.compared })).toMatchObject({ from: 'compared' })
    expect(knownOffer('1', nowhere)).toBeNull()
  })

  test('the lists of the other mode and of additional photos count', () => {
    const further = [{ id: 'p', lists: { same: list(offer('3')) } }] as Search['further']
    const found = search({ lists: { same: list(), similar: list(offer('2')) }, ...(further && { further }) })
    expect(knownOffer('2', { ...nowhere, search: found })?.from).toBe('search')
    expect(knownOffer('3', { ...nowhere, search: found })?.from).toBe('search')
  })
})

describe('its details', () => {
  const failure = { code: 'busy' } as const
  const of = (
    details: OfferDetails | undefined,
    entry: Partial<ShortlistEntry> = { details: detailed('1') },
  ) =>
    knownOffer('1', {
      ...nowhere,
      search: search(details && { details: { '1': details } }),
      shortlist: saved('1', entry),
    })?.details

  test('those of the search are newer than the saved ones', () => {
    const fresh = { state: 'done', offer: { ...detailed('1'), title: 'fresh' } } as const
    expect(of(fresh)).toEqual(fresh)
    expect(of(undefined)).toEqual({ state: 'done', offer: detailed('1') })
  })

  test('saved ones stay while they are asked for again, and when that fails', () => {
    expect(of({ state: 'loading' })).toEqual({ state: 'done', offer: detailed('1'), renewing: true })
    expect(of({ state: 'failed', failure })).toEqual({ state: 'done', offer: detailed('1'), failure })
  })

  test('which variant was meant when it was saved stays known', () => {
    const match = { keys: ['7'], by: 'hand' } as const
    expect(of(undefined, { details: detailed('1'), match: { ...match, keys: ['7'] } })).toMatchObject({
      match,
    })
  })

  test('without saved ones it is as the search says', () => {
    expect(of({ state: 'failed', failure }, {})).toEqual({ state: 'failed', failure })
    expect(of(undefined, {})).toBeUndefined()
  })
})
