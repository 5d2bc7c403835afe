import 'fake-indexeddb/auto'
import type { DetailedOffer } from '@find-on-1688/shared'
import { beforeEach, describe, expect, test } from 'vitest'
import { aList, anOffer, aSearch, aSent, clearDatabase, THUMB } from '../testing/searches.ts'
import { getSearch, saveSearch } from './searches.ts'
import { addToShortlist, listShortlist } from './shortlist.ts'
import { markSeen, saveCheckedOffer, saveCheckedSearch, saveGoneOffer, setWatched } from './watch.ts'
import { listWatchedSearches } from './watched-searches.ts'

const shipping = { weightKg: null, lengthCm: null, widthCm: null, heightCm: null }
const page = (price: string, rest: Partial<DetailedOffer> = {}): DetailedOffer => {
  return { ...anOffer('1', { price, priceTiers: [] }), shipping, ...rest }
}
const signed = (name: string) => ({ offer: { name }, attestation: name })
const entry = async () => (await listShortlist())[0] ?? expect.fail()

beforeEach(clearDatabase)

describe('a saved offer', () => {
  beforeEach(() => addToShortlist(anOffer('1'), { details: page('10') }, 5))

  test('keeps what it was when its user last looked, however often it is checked', async () => {
    await saveCheckedOffer({ offer: page('11'), until: 20, signed: signed('a') }, 10)
    await saveCheckedOffer({ offer: page('12'), until: 40, signed: signed('b') }, 30)
    expect((await entry()).details?.price).toBe('12')
    expect((await entry()).watched).toEqual({
      at: 30,
      until: 40,
      signed: signed('b'),
      before: { at: 5, offer: page('10') },
    })
  })

  test('is as it was where nothing differs, also when it has come back to that', async () => {
    await saveCheckedOffer({ offer: page('10', { monthlySales: 9 }), until: 20 }, 10)
    expect((await entry()).watched).toEqual({ at: 10, until: 20 })
    await saveCheckedOffer({ offer: page('11'), until: 30 }, 20)
    await saveCheckedOffer({ offer: page('10'), until: 40 }, 30)
    expect((await entry()).watched).toEqual({ at: 30, until: 40 })
  })

  test('is compared with today once it was marked as seen, and with the signature of then', async () => {
    await saveCheckedOffer(
      { offer: page('11', { fetchedAt: '2026-11-20T10:00:00Z' }), until: 1, signed: signed('a') },
      10,
    )
    const undo = await markSeen({ offerIds: ['1'], searchIds: [] })
    expect((await entry()).watched).toEqual({ at: 10, until: 1, signed: signed('a') })
    await undo()
    expect((await entry()).watched?.before?.offer.price).toBe('10')
    await markSeen({ offerIds: ['1'], searchIds: [] })
    await saveCheckedOffer({ offer: page('12'), until: 1, signed: signed('b') }, 30)
    expect((await entry()).watched?.before).toEqual({
      at: Date.UTC(2026, 10, 20, 10),
      offer: page('11', { fetchedAt: '2026-11-20T10:00:00Z' }),
      signed: signed('a'),
    })
  })

  test('that 1688 does not know any more keeps what was known, and is told of once, until it is back', async () => {
    await saveCheckedOffer({ offer: page('11'), until: 20, signed: signed('a') }, 10)
    await saveGoneOffer('1', 20)
    const before = { at: 5, offer: page('10') }
    expect((await entry()).details?.price).toBe('11')
    expect((await entry()).watched).toEqual({ at: 20, until: 0, isGone: true, signed: signed('a'), before })
    await markSeen({ offerIds: ['1'], searchIds: [] })
    await saveGoneOffer('1', 30)
    expect((await entry()).watched).toEqual({ at: 30, until: 0, isGone: true, signed: signed('a') })
    await saveCheckedOffer({ offer: page('12'), until: 50 }, 40)
    expect((await entry()).watched).toEqual({
      ...{ at: 40, until: 50 },
      before: { at: 5, offer: page('11'), signed: signed('a') },
    })
  })

  test('keeps note and decision, and one that is not saved is not added', async () => {
    await addToShortlist(anOffer('1', { price: '7' }))
    await saveCheckedOffer({ offer: { ...page('9'), offerId: '2' }, until: 1 })
    expect(await listShortlist()).toHaveLength(1)
    expect(await entry()).toMatchObject({ at: 5, note: '', decision: 'none', details: { price: '10' } })
  })
})

describe('a saved search', () => {
  const search = (ids: string[], rest = {}) =>
    aSearch('a', 5, {
      lists: {
        same: aList(
          ids.map((id) => anOffer(id)),
          { answers: [] },
        ),
      },
      ...rest,
    })
  const ids = async () => (await getSearch('a'))?.lists.same?.offers.map(({ offerId }) => offerId)
  beforeEach(() => saveSearch(search(['1', '2']), aSent('a'), THUMB))

  test('has what it finds now, and beside it what its user last looked at', async () => {
    await saveCheckedSearch('a', aList([anOffer('3')]), 10)
    await saveCheckedSearch('a', aList([anOffer('4')]), 20)
    expect(await ids()).toEqual(['4'])
    const saved = await getSearch('a')
    expect(saved).toMatchObject({
      at: 20,
      checkedAt: 20,
      before: { at: 5, offers: [{ offerId: '1' }, { offerId: '2' }] },
    })
    const undo = await markSeen({ offerIds: [], searchIds: ['a'] })
    expect((await getSearch('a'))?.before).toBeUndefined()
    await undo()
    expect((await getSearch('a'))?.before?.at).toBe(5)
  })

  test('of another API is not compared', async () => {
    await saveCheckedSearch('a', aList([anOffer('3')], { provider: 'dropship' }), 10)
    expect(await ids()).toEqual(['3'])
    expect((await getSearch('a'))?.before).toBeUndefined()
  })

  test('is not overwritten by an older list that a view still shows', async () => {
    await setWatched('a', true)
    await saveCheckedSearch('a', aList([anOffer('3')]), 10)
    await saveSearch(search(['1', '2'], { isKept: true }), aSent('a'), '')
    expect(await ids()).toEqual(['3'])
    expect(await getSearch('a')).toMatchObject({ at: 10, checkedAt: 10, isWatched: true, before: { at: 5 } })
  })

  test('keeps the pages that were loaded after a check, behind what that has found', async () => {
    const pageOf = (number: number, ids: string[]) => ({
      ...{ searchId: 's', provider: 'image-search' as const, mode: 'same' as const },
      offers: ids.map((id) => anOffer(id)),
      query: { mode: 'same' as const, page: number, pageSize: 20, language: 'en' },
      ...{ imageSha256: null, attestation: null },
    })
    const known = (pages: string[][], prices = {}) =>
      aList(
        pages.flat().map((id) => anOffer(id, prices)),
        {
          ...{ page: pages.length, hasMore: true },
          answers: pages.map((each, at) => pageOf(at + 1, each)),
        },
      )
    const checked = known([['1', '3']], { price: '9' })
    await saveCheckedSearch('a', checked, 10)
    const loaded = {
      lists: {
        same: known([
          ['1', '2'],
          ['4', '3'],
        ]),
      },
    }
    for (let saving = 0; saving < 2; saving++) {
      await saveSearch(search([], { ...loaded, isKept: true }), aSent('a'), '')
      expect(await ids()).toEqual(['1', '3', '4'])
    }
    const saved = await getSearch('a')
    expect(saved?.lists.same).toMatchObject({ page: 2, offers: [{ price: '9' }, { price: '9' }, {}] })
    expect(saved?.lists.same?.answers?.map(({ query }) => query.page)).toEqual([1, 2])
    // One that has become shorter does not grow again by what was there before.
    await saveCheckedSearch('a', { ...checked, hasMore: false }, 20)
    await saveSearch(search([], { ...loaded, isKept: true }), aSent('a'), '')
    expect(await ids()).toEqual(['1', '3'])
  })

  test('that its user repeats later is the newer one, and still watched', async () => {
    await setWatched('a', true)
    await saveCheckedSearch('a', aList([anOffer('3')]), 10)
    await saveSearch({ ...search(['8']), id: 'b', repeats: 'a', startedAt: 30 }, aSent('b'), '')
    expect(await ids()).toEqual(['8'])
    const saved = await getSearch('a')
    expect(saved).toMatchObject({ at: 30, isWatched: true })
    expect(saved?.before).toBeUndefined()
  })

  test('is listed while it is watched, or has changes that nobody has seen', async () => {
    const listed = async () => (await listWatchedSearches()).map(({ id }) => id)
    expect(await listed()).toEqual([])
    await setWatched('a', true)
    expect(await listed()).toEqual(['a'])
    await saveCheckedSearch('a', aList([anOffer('3')]), 10)
    await setWatched('a', false)
    expect(await listed()).toEqual(['a'])
    await markSeen({ offerIds: [], searchIds: ['a'] })
    expect(await listed()).toEqual([])
  })
})
