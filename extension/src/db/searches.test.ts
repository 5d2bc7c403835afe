import 'fake-indexeddb/auto'
import { createHash } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Search } from '../model/search.ts'
import { aList, anOffer, aSearch, aSent, THUMB } from '../testing/searches.ts'
import { database } from './database.ts'
import { listSearches } from './search-list.ts'
import { pictureOf } from './search-record.ts'
import {
  eraseSearches,
  getListings,
  getSearch,
  MAX_SEARCHES,
  removeSearch,
  restoreSearches,
  savePhotoVerdicts,
  saveQuantity,
  saveSearch,
} from './searches.ts'

beforeEach(async () => {
  await eraseSearches()
})

function keep(search: Search, content?: string): Promise<boolean> {
  return saveSearch(search, aSent(search.id, content), THUMB)
}

async function ids(asked: Partial<Parameters<typeof listSearches>[0]> = {}): Promise<string[]> {
  return (await listSearches({ limit: 1000, ...asked })).map(({ id }) => id)
}

function fromWindow(incognito: boolean): Search {
  const search = aSearch('a', 1)
  return { ...search, source: { ...search.source, incognito } }
}

test('a private search is not saved, and the same one from a normal window is', async () => {
  expect(await keep(fromWindow(true))).toBe(false)
  expect(await (await database()).count('searches')).toBe(0)
  expect(await keep(fromWindow(false))).toBe(true)
  expect(await ids()).toEqual(['a'])
})

test('answers keep their form and signature, and searches saved without answers still open', async () => {
  const query = { mode: 'same', page: 1, pageSize: 20, language: 'en' } as const
  const answered = { searchId: 's', provider: 'crossborder', mode: 'same', imageSha256: 'x' } as const
  const answers = [{ ...answered, query, offers: [{ ...anOffer('1'), newer: 1 }], attestation: 'a.b.c' }]
  await keep(aSearch('a', 1, { lists: { same: aList([anOffer('1')], { answers }) } }))
  expect((await getSearch('a'))?.lists.same?.answers).toEqual(answers)
  await keep(aSearch('b', 2))
  expect((await getSearch('b'))?.lists.same).toEqual(aList([anOffer('1')]))
})

test('neither the page’s address nor the picture’s is saved', async () => {
  const page = { address: 'https://page.example/', title: 'A titled page' }
  const search = aSearch('a', 1)
  search.source.page = page
  if (search.listing) Object.assign(search.listing, { shop: 'store.example', currencyMark: '$' })
  await keep(search)
  const { picture, ...record } = (await getSearch('a')) ?? expect.fail()
  const written = JSON.stringify(record)
  const addresses = [...search.source.addresses, page.address, page.title]
  for (const address of [...addresses, 'shop.example', 'frame.example', 'page.example'])
    expect(written).not.toContain(address)
  expect(Object.keys(record.sent).sort()).toEqual([
    'bytes',
    'fromHeight',
    'fromWidth',
    'height',
    'how',
    'partly',
    'untouched',
    'width',
  ])
  expect(JSON.stringify(search)).toContain('shop.example')
})

test('the sent picture can be searched again, byte for byte', async () => {
  await keep(aSearch('a', 1), 'a red lamp')
  const saved = (await getSearch('a')) ?? expect.fail()
  const { searchId: _, ...picture } = aSent('a', 'a red lamp')
  expect(await pictureOf(saved)).toEqual(picture)
  expect(saved.digest).toBe(createHash('sha256').update('a red lamp').digest('hex'))
})

test('a search that is running, or failed without results, is not saved', async () => {
  const loading = aSearch('a', 1, { lists: { same: aList([], { state: 'loading', page: 0 }) } })
  expect(await keep(loading)).toBe(false)
  const failed = aList([], { state: 'failed', page: 0, failure: { code: 'busy' } })
  expect(await keep(aSearch('a', 1, { lists: { same: failed } }))).toBe(false)
  expect(await keep(aSearch('a', 1, { reading: 'running', lists: {} }))).toBe(false)
  expect(await ids()).toEqual([])
})

test('a search that found nothing is saved', async () => {
  expect(await keep(aSearch('a', 1, { lists: { same: aList([]) } }))).toBe(true)
})

test('a list whose next page failed is saved as far as it was loaded, without the failure', async () => {
  const failure = { code: 'busy', detail: 'the queue is full' } as const
  const list = aList([anOffer('1')], { hasMore: true })
  await keep(aSearch('a', 1, { lists: { same: { ...list, state: 'failed', failure } } }))
  expect((await getSearch('a'))?.lists.same).toEqual(list)
})

test('later results are added to the saved search', async () => {
  const same = aList([anOffer('1')])
  await keep(aSearch('a', 1, { lists: { same } }))
  const offer = {
    ...anOffer('1'),
    shipping: { weightKg: 0.3, lengthCm: null, widthCm: null, heightCm: null },
  }
  const similar = aList([anOffer('2')])
  const later = aSearch('a', 1, {
    mode: 'similar',
    lists: { same: { ...same, state: 'loading' }, similar },
    details: { '1': { state: 'done', offer }, '2': { state: 'loading' } },
  })
  expect(await saveSearch(later, aSent('a'), '')).toBe(true)
  const saved = await getSearch('a')
  expect(saved).toMatchObject({ mode: 'similar', lists: { same, similar }, thumb: THUMB })
  expect(saved?.details).toEqual({ '1': { state: 'done', offer } })
})

test('a picture of another search is not saved with this one', async () => {
  expect(await saveSearch(aSearch('a', 1), aSent('b'), THUMB)).toBe(false)
})

test('the list of searches shows what each found, newest first', async () => {
  const offers = [
    anOffer('1', { priceTiers: [{ minQuantity: 2, price: '12' }] }),
    anOffer('2', { price: null, priceTiers: [] }),
    anOffer('3', { priceTiers: [{ minQuantity: 2, price: '9.50' }] }),
  ]
  await keep(aSearch('a', 1, { lists: { same: aList(offers, { total: 95 }) } }))
  await keep(aSearch('b', 2, { listing: null, lists: { same: aList([]) } }))
  const unmatched = { same: 0, likely: 0, lowest: null, compared: 0 }
  const both = { thumb: THUMB, mode: 'same', quantity: 1, isWatched: false }
  expect(await listSearches({ limit: 9 })).toEqual([
    {
      ...{ ...both, id: 'b', at: 2, total: null, first: null, lowest: null },
      ...{ title: null, origin: 'shop.example', photoMatches: { ...unmatched, offers: 0 } },
    },
    {
      ...{ ...both, id: 'a', at: 1, total: 95, first: offers[0], lowest: offers[2] },
      ...{ title: 'Pleated Skirt', origin: null, photoMatches: { ...unmatched, offers: 3 } },
    },
  ])
})

describe('the lowest price of all offers', () => {
  const tiered = anOffer('tiered', {
    priceTiers: [
      { minQuantity: 2, price: '12' },
      { minQuantity: 500, price: '9.80' },
    ],
  })
  const fixed = anOffer('fixed', { priceTiers: [{ minQuantity: 2, price: '10' }] })
  const listed = anOffer('listed', { price: '7.00', priceTiers: [], minOrder: null })
  const bulk = anOffer('bulk', { priceTiers: [{ minQuantity: 5000, price: '5' }], minOrder: 5000 })
  const lowest = async () => (await listSearches({ limit: 1 }))[0]?.lowest?.offerId
  const found = (...offers: (typeof tiered)[]) => keep(aSearch('a', 1, { lists: { same: aList(offers) } }))

  test('is at the quantity that was looked at then', async () => {
    await found(fixed, tiered)
    expect(await lowest()).toBe('fixed')
    await saveQuantity('a', 500, true)
    expect(await lowest()).toBe('tiered')
  })

  test('is neither a cheaper list price nor one that only a larger order gets', async () => {
    await found(listed, bulk, fixed)
    await saveQuantity('a', 500, true)
    expect(await lowest()).toBe('fixed')
  })

  test('is the nearest that is known where none is told for the quantity', async () => {
    await found(anOffer('dear', { price: '80', priceTiers: [], minOrder: null }), listed)
    expect(await lowest()).toBe('listed')
  })

  test('stays that of then when the search is opened at another quantity, until that is changed', async () => {
    await found(tiered)
    await saveQuantity('a', 500, false)
    await saveQuantity('a', 1, false)
    expect((await getSearch('a'))?.quantity).toBe(500)
    await saveQuantity('a', 2, true)
    await found(tiered, fixed)
    expect((await getSearch('a'))?.quantity).toBe(2)
    await saveQuantity('gone', 2, true)
    expect(await ids()).toEqual(['a'])
  })
})

describe('a search that repeats another', () => {
  test('is the same entry, with the latest results alone', async () => {
    const similar = aList([anOffer('9')])
    await keep(aSearch('a', 1, { lists: { same: aList([anOffer('1')]), similar } }))
    await savePhotoVerdicts('a', { 1: 'same' })
    await keep(aSearch('other', 2))
    const same = aList([anOffer('2')])
    await keep(aSearch('b', 3, { repeats: 'a', region: '0,0,9,9', lists: { same }, listing: null }), 'cut')
    expect(await ids()).toEqual(['a', 'other'])
    const saved = (await getSearch('a')) ?? expect.fail()
    expect(saved).toMatchObject({ at: 3, region: '0,0,9,9', lists: { same } })
    expect(saved.lists).not.toHaveProperty('similar')
    expect(saved).not.toHaveProperty('verdicts')
    expect(saved.listing?.title).toBe('Pleated Skirt')
    expect(saved.digest).toBe(createHash('sha256').update('cut').digest('hex'))
  })

  test('leaves what was found before if it finds nothing to save', async () => {
    await keep(aSearch('a', 1))
    const failed = aList([], { state: 'failed', page: 0, failure: { code: 'busy' } })
    expect(await keep(aSearch('b', 3, { repeats: 'a', lists: { same: failed } }))).toBe(false)
    expect((await listSearches({ limit: 9 })).map(({ id, at }) => [id, at])).toEqual([['a', 1]])
  })
})

describe('where a search is from', () => {
  const origin = async () => (await listSearches({ limit: 1 }))[0]?.origin
  const page = { address: 'https://www.blog.example/post', title: 'Bags of the year' }
  const nothing = { listing: null, lists: { same: aList([]) } }

  test('is saved only if neither the page nor an offer names it', async () => {
    const search = aSearch('a', 1, nothing)
    search.source.page = page
    await keep(search)
    expect(await origin()).toBe('Bags of the year')
    search.source.page = { ...page, title: '' }
    await keep(search)
    expect(await origin()).toBe('blog.example')
    await keep({ ...search, lists: { same: aList([anOffer('1')]) } })
    expect(await origin()).toBeNull()
  })

  test('is not known of a file of the user’s own', async () => {
    const search = aSearch('a', 1, nothing)
    search.source.addresses = []
    await keep(search)
    expect(await origin()).toBeNull()
  })
})

describe('the offers with the searched photo', () => {
  const [purse, skirt, dearer, unpriced] = [
    anOffer('purse', { price: '7.52', priceTiers: [] }),
    anOffer('skirt', { price: '9.80', priceTiers: [] }),
    anOffer('dearer', { price: '10.10', priceTiers: [] }),
    anOffer('unpriced', { price: null, priceTiers: [] }),
  ]
  const lists = { same: aList([dearer, purse, unpriced, skirt]) }
  const UNMEASURED = { weightKg: null, lengthCm: null, widthCm: null, heightCm: null }
  const matches = async () => (await listSearches({ limit: 1 }))[0]?.photoMatches

  test('alone have the lowest price that is told: a cheaper one of something else does not count', async () => {
    await keep(aSearch('a', 1, { lists }))
    await savePhotoVerdicts('a', { purse: 'other', skirt: 'same', dearer: 'same', unpriced: 'probably' })
    expect(await matches()).toEqual({
      ...{ offers: 4, compared: 4, same: 2, likely: 1, lowest: skirt },
    })
  })

  test('are the likely ones if none is the same', async () => {
    await keep(aSearch('a', 1, { lists }))
    await savePhotoVerdicts('a', { purse: 'cannot-compare', dearer: 'probably' })
    expect(await matches()).toMatchObject({ compared: 1, same: 0, likely: 1, lowest: dearer })
  })

  test('have what is known of the cheapest, its details too', async () => {
    const tiers = [{ minQuantity: 2, price: '9.10' }]
    const page = { ...anOffer('skirt', { price: null, priceTiers: tiers }), shipping: UNMEASURED }
    const details = { skirt: { state: 'done' as const, offer: page } }
    await keep(aSearch('a', 1, { lists, details }))
    await savePhotoVerdicts('a', { skirt: 'same', dearer: 'same' })
    expect((await matches())?.lowest).toMatchObject({ offerId: 'skirt', price: '9.80', priceTiers: tiers })
  })

  test('are remembered when more is loaded, and counted again when more is compared', async () => {
    await keep(aSearch('a', 1, { lists }))
    await savePhotoVerdicts('a', { dearer: 'probably' })
    await keep(aSearch('a', 1, { lists: { same: aList([dearer, purse, unpriced, skirt, anOffer('5')]) } }))
    await savePhotoVerdicts('a', { dearer: 'same', skirt: 'other' })
    expect(await matches()).toMatchObject({
      offers: 5,
      compared: 2,
      same: 1,
      likely: 0,
      lowest: dearer,
    })
  })

  test('are of all photos of a search', async () => {
    const further = [
      {
        id: 'p',
        source: aSearch('a', 1).source,
        reading: 'done' as const,
        lists: { same: aList([anOffer('back', { price: '6.00' })]) },
      },
    ]
    await saveSearch(aSearch('a', 1, { lists, further }), aSent('a'), THUMB, { p: aSent('p') })
    await savePhotoVerdicts('a', { back: 'same' })
    expect(await matches()).toMatchObject({ offers: 5, compared: 1, same: 1, lowest: { price: '6.00' } })
  })

  test('say nothing of a search that is not saved', async () => {
    await savePhotoVerdicts('gone', { skirt: 'same' })
    expect(await ids()).toEqual([])
  })
})

test('a long list is paged and skips none, even of the same millisecond', async () => {
  for (const [id, at] of [
    ['a', 1],
    ['b', 5],
    ['c', 5],
    ['d', 5],
    ['e', 9],
  ] as const)
    await keep(aSearch(id, at))
  const first = await listSearches({ limit: 2 })
  expect(first.map(({ id }) => id)).toEqual(['e', 'd'])
  const before = first.at(-1) ?? expect.fail()
  expect(await ids({ before, limit: 2 })).toEqual(['c', 'b'])
  expect(await ids({ before: { id: 'b', at: 5 } })).toEqual(['a'])
  expect(await ids({ limit: 0 })).toEqual([])
})

test('a search is found by words of its page, titles and suppliers', async () => {
  await keep(aSearch('a', 1))
  const lamp = anOffer('2', { title: 'ＬＥＤ台灯', titleTranslated: 'Desk lamp' })
  await keep(aSearch('b', 2, { listing: null, lists: { same: aList([lamp]) } }))
  expect(await ids({ words: 'SKIRT pleated' })).toEqual(['a'])
  expect(await ids({ words: 'skirt lamp' })).toEqual([])
  expect(await ids({ words: 'b0abc' })).toEqual(['a'])
  expect(await ids({ words: 'led台' })).toEqual(['b'])
  expect(await ids({ words: '工厂2' })).toEqual(['b'])
  expect(await ids({ words: '  ' })).toEqual(['b', 'a'])
})

test('a removed search can be restored whole, and one saved in the meantime stays', async () => {
  await keep(aSearch('a', 1))
  await keep(aSearch('b', 2))
  const before = await getSearch('a')
  const removed = (await removeSearch('a')) ?? expect.fail()
  expect(await ids()).toEqual(['b'])
  await restoreSearches([removed])
  expect(await getSearch('a')).toEqual(before)
  const erased = await eraseSearches()
  expect(await ids()).toEqual([])
  await keep(aSearch('b', 2, { mode: 'similar', lists: { similar: aList([]) } }))
  await restoreSearches(erased)
  expect(await ids()).toEqual(['b', 'a'])
  expect((await getSearch('b'))?.mode).toBe('similar')
  expect(await removeSearch('none')).toBeUndefined()
})

test('with one search too many the oldest is removed', async () => {
  await keep(aSearch('first', 1))
  const record = (await removeSearch('first')) ?? expect.fail()
  const many = Array.from({ length: MAX_SEARCHES }, (_, i) => ({ ...record, id: `s${i}`, at: 10 + i }))
  await restoreSearches(many)
  expect(await ids()).toHaveLength(MAX_SEARCHES)
  await keep(aSearch('last', 5000))
  const saved = await ids()
  expect(saved).toHaveLength(MAX_SEARCHES)
  expect(saved[0]).toBe('last')
  expect(saved).not.toContain('s0')
  expect(saved).toContain('s1')
})

test('listings of saved searches are read by their ids, and those that are gone are left out', async () => {
  await keep(aSearch('a', 1))
  await keep(aSearch('b', 2, { listing: null }))
  const listings = await getListings(['a', 'b', 'gone', 'a'])
  expect([...listings.keys()]).toEqual(['a', 'b'])
  expect(listings.get('a')?.title).toBe('Pleated Skirt')
  expect(listings.get('b')).toBeNull()
})
