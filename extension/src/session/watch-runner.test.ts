import 'fake-indexeddb/auto'
import { beforeEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { getOfferDetails } from '../db/offer-details.ts'
import { getSearch, saveSearch } from '../db/searches.ts'
import { addToShortlist, listShortlist, removeFromShortlist } from '../db/shortlist.ts'
import { StorageClosedError } from '../db/storage-error.ts'
import * as database from '../db/watch.ts'
import { proxyItem, watchItem } from '../model/stored-items.ts'
import { isChecking, type Watch } from '../model/watch.ts'
import { anAnswer, BUSY, PROXY } from '../testing/answers.ts'
import { aList, anOffer, aSearch, aSent, clearDatabase, THUMB } from '../testing/searches.ts'
import { WatchRunner } from './watch-runner.ts'

const shipping = { weightKg: 0.3, lengthCm: null, widthCm: null, heightCm: null }
const IDS = ['1', '2', '3', '4']
/** What was asked for, in order: an offer's id, or the page of a search. */
let asked: string[]
let waiting: Map<string, (response: Response) => void>
let urls: URL[]

beforeEach(async () => {
  fakeBrowser.reset()
  vi.restoreAllMocks()
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('en-US')
  await clearDatabase()
  await proxyItem.setValue(PROXY)
  ;[asked, urls, waiting] = [[], [], new Map()]
  const { fetch } = globalThis
  vi.stubGlobal('fetch', (address: string) => {
    if (address.startsWith('data:')) return fetch(address)
    const url = new URL(address)
    const id = url.searchParams.get('page') ?? (url.pathname.split('/').at(-1) as string)
    asked.push(id)
    urls.push(url)
    return new Promise((resolve) => waiting.set(id, resolve))
  })
  for (const id of IDS) await addToShortlist(anOffer(id), {}, Date.now() + Number(id))
  return () => vi.unstubAllGlobals()
})

const run = (offerIds: string[], searchIds: string[] = [], runner = new WatchRunner()) =>
  runner.handle({ type: 'watch', offerIds, searchIds })
const isAsked = (...ids: string[]) => vi.waitFor(() => expect([...waiting.keys()]).toEqual(ids))
const now = async () => (await watchItem.getValue()) as Watch
const entryOf = async (id: string) => (await listShortlist()).find(({ offerId }) => offerId === id)

function answer(id: string, response?: Response | object): void {
  const offer = { ...anOffer(id, { price: '9' }), shipping, provider: 'crossborder', cached: false }
  waiting.get(id)?.(response instanceof Response ? response : Response.json({ ...offer, ...response }))
  waiting.delete(id)
}

function failWith(id: string, code: string, status: number, rest: object = {}): void {
  const { retryAfterMs: _, ...problem } = BUSY
  answer(id, Response.json({ ...problem, status, code, ...rest }, { status }))
}

test('saved offers are asked for in the batch lane, two at once, without a current search', async () => {
  const running = run(['1', '2', '3'])
  await isAsked('1', '2')
  expect(await now()).toMatchObject({ offerIds: ['1', '2', '3'], total: 3, state: 'running', searches: 0 })
  answer('1')
  await isAsked('2', '3')
  expect(await now()).toMatchObject({ offerIds: ['2', '3'], searches: 1 })
  answer('2', { cached: true })
  answer('3')
  await running
  expect(urls.map(({ searchParams }) => searchParams.get('priority'))).toEqual(['batch', 'batch', 'batch'])
  expect(await now()).toMatchObject({ offerIds: [], state: 'done', searches: 2, failures: {} })
  const entry = await entryOf('1')
  expect(entry?.details).toMatchObject({ price: '9' })
  expect(entry?.watched).toMatchObject({ at: expect.any(Number), before: { offer: { price: '10.10' } } })
  expect(await getOfferDetails(['1', '2', '3'])).toHaveLength(3)
})

test('after a stop nothing more is asked for, what is under way is saved, and the rest is still listed', async () => {
  const runner = new WatchRunner()
  const running = run(IDS, [], runner)
  await isAsked('1', '2')
  await runner.handle({ type: 'stopWatch' })
  expect(await now()).toMatchObject({ state: 'stopping' })
  answer('1')
  answer('2')
  await running
  expect(asked).toEqual(['1', '2'])
  expect(await now()).toMatchObject({ state: 'stopped', offerIds: ['3', '4'], total: 4 })
  expect((await entryOf('2'))?.watched).toBeDefined()
  const { offerIds } = await now()
  const again = run(offerIds, [], runner)
  await isAsked('3', '4')
  answer('3')
  answer('4')
  await again
  expect(await now()).toMatchObject({ state: 'done', offerIds: [] })
})

test('a second check does not begin while one is running', async () => {
  const runner = new WatchRunner()
  const running = run(['1'], [], runner)
  await isAsked('1')
  await run(['2'], [], runner)
  answer('1')
  await running
  expect(asked).toEqual(['1'])
})

test('used up searches stop it with the reason, and nothing is lost', async () => {
  const running = run(['1', '2', '3'])
  await isAsked('1', '2')
  answer('1')
  await isAsked('2', '3')
  failWith('2', 'quota_exhausted', 429, { retryAfterMs: 40_000_000 })
  answer('3')
  await running
  const watch = await now()
  expect(watch).toMatchObject({ state: 'stopped', failure: { code: 'quota_exhausted' }, offerIds: ['2'] })
  expect((await entryOf('2'))?.watched).toBeUndefined()
  expect((await entryOf('3'))?.watched).toBeDefined()
})

test('offline, nothing more is tried, and everything is still listed', async () => {
  vi.stubGlobal('navigator', { onLine: false })
  vi.stubGlobal('fetch', async (address: string) => {
    asked.push(address)
    throw new TypeError('no network')
  })
  await run(['1', '2', '3', '4'])
  expect(asked).toHaveLength(2)
  expect(await now()).toMatchObject({
    ...{ state: 'stopped', failure: { code: 'offline' }, offerIds: IDS, searches: 0 },
  })
})

test('searches are asked for before offers, which not every API has pages of', async () => {
  await saveSearch(aSearch('a', 5, { lists: { same: aList([anOffer('7')]) } }), aSent('a'), THUMB)
  const running = run(['2', '3', '4'], ['a'])
  await vi.waitFor(() => expect([...waiting.keys()].toSorted()).toEqual(['1', '2']))
  answer('1', Response.json(anAnswer(['7'])))
  await vi.waitFor(() => expect(waiting.has('3')).toBe(true))
  failWith('2', 'not_supported', 501)
  answer('3')
  await running
  expect(await now()).toMatchObject({ state: 'stopped', failure: { code: 'not_supported' }, searchIds: [] })
  expect((await getSearch('a'))?.checkedAt).toBeDefined()
})

test('an offer that fails keeps what was known, with the reason beside it, and the others go on', async () => {
  const running = run(['1', '2'])
  await isAsked('1', '2')
  failWith('1', 'upstream_bad_response', 502)
  answer('2')
  await running
  expect(await now()).toMatchObject({
    state: 'done',
    offerIds: ['1'],
    failures: { 1: { code: 'upstream_bad_response' } },
    // The one that failed had left for 1688 too.
    searches: 2,
  })
  expect((await entryOf('1'))?.offer.price).toBe('10.10')
})

test('a refusal that says when to try again is waited for, and is no failure afterwards', async () => {
  const running = run(['1'])
  await isAsked('1')
  failWith('1', 'busy', 503, { retryAfterMs: 5 })
  await isAsked('1')
  answer('1')
  await running
  expect(await now()).toMatchObject({ state: 'done', failures: {} })
})

test('an older worker, which knows no lanes for offers, is asked without one; what 1688 does not know is asked for once', async () => {
  const running = run(['1'])
  await isAsked('1')
  failWith('1', 'invalid_request', 400, { detail: 'priority: is not known here.' })
  await isAsked('1')
  expect(urls[1]?.searchParams.has('priority')).toBe(false)
  failWith('1', 'invalid_request', 400, {
    detail: '1688 does not know this offer, or no longer. Choose another.',
  })
  await running
  expect(asked).toEqual(['1', '1'])
  // That is an answer of 1688's, which it counts.
  expect(await now()).toMatchObject({ state: 'done', offerIds: [], failures: {}, searches: 1 })
  expect(await entryOf('1')).toMatchObject({
    offer: { price: '10.10' },
    watched: { isGone: true, before: { offer: { price: '10.10' } } },
  })
})

test('an offer that was removed meanwhile is not asked for', async () => {
  await removeFromShortlist('1')
  await run(['1'])
  expect(asked).toEqual([])
  expect(await now()).toMatchObject({ state: 'done', offerIds: [] })
})

test('where nothing can be stored, no further search is spent', async () => {
  vi.spyOn(database, 'saveCheckedOffer').mockRejectedValue(new StorageClosedError())
  const running = run(['1', '2', '3'])
  await isAsked('1', '2')
  answer('1')
  answer('2')
  await running
  expect(asked).toEqual(['1', '2'])
  expect(await now()).toMatchObject({ state: 'stopped', failure: { code: 'storage_closed' } })
})

test('a check whose progress cannot be written ends, and the next one begins', async () => {
  const runner = new WatchRunner()
  const running = run(['1', '2', '3'], [], runner)
  await isAsked('1', '2')
  const writing = vi.spyOn(watchItem, 'setValue').mockRejectedValue(new Error('quota'))
  answer('1')
  await running
  expect(isChecking(await watchItem.getValue()), 'nothing says that it is still running').toBe(false)
  answer('2')
  writing.mockRestore()
  const again = run(['4'], [], runner)
  await isAsked('4')
  answer('4')
  await again
  expect(asked).toEqual(['1', '2', '4'])
  expect(await now()).toMatchObject({ state: 'done', offerIds: [] })
})

test('a stop while the end of a check is being written stops nothing', async () => {
  const runner = new WatchRunner()
  const running = run(['1'], [], runner)
  await isAsked('1')
  const { setValue } = watchItem
  let stopping: Promise<void> | undefined
  vi.spyOn(watchItem, 'setValue').mockImplementation(async (watch) => {
    const writing = setValue(watch)
    if (watch?.state === 'done') stopping = runner.handle({ type: 'stopWatch' })
    await writing
  })
  answer('1')
  await running
  await stopping
  expect(await now()).toMatchObject({ state: 'done' })
})

test('a check that ended with the background is interrupted, not repeated', async () => {
  const left: Watch = {
    ...{
      startedAt: 1,
      offerIds: ['2'],
      searchIds: [],
      total: 2,
      searches: 1,
      state: 'running',
      failures: {},
    },
  }
  await watchItem.setValue(left)
  new WatchRunner()
  await vi.waitFor(async () =>
    expect(await now()).toEqual({ ...left, state: 'stopped', failure: { code: 'interrupted' } }),
  )
  expect(asked).toEqual([])
})

test('a saved search is asked for as far as it was loaded, with its picture, and what it found before stays', async () => {
  const list = aList([anOffer('7'), anOffer('8')], { page: 2, hasMore: false })
  await saveSearch(aSearch('a', 5, { lists: { same: list } }), aSent('a'), THUMB)
  const running = run([], ['a'])
  await isAsked('1')
  answer('1', Response.json(anAnswer(['7'], { hasMore: true })))
  await isAsked('2')
  expect((await getSearch('a'))?.lists.same?.offers, 'half of it is not saved').toHaveLength(2)
  answer('2', Response.json(anAnswer(['9'], { page: 2 })))
  await running
  const saved = await getSearch('a')
  expect(saved?.lists.same?.offers.map(({ offerId }) => offerId)).toEqual(['7', '9'])
  expect(saved?.before).toMatchObject({ at: 5, page: 2, offers: [{ offerId: '7' }, { offerId: '8' }] })
  expect(urls[0]?.searchParams.get('priority')).toBe('batch')
  expect(
    saved?.lists.same?.answers?.[0]?.query,
    'the lane is not a part of what is signed',
  ).not.toHaveProperty('priority')
  expect(await now()).toMatchObject({ searches: 2, searchIds: [], state: 'done' })
})

test('stopping between two pages leaves the search as it was', async () => {
  await saveSearch(
    aSearch('a', 5, { lists: { same: aList([anOffer('7')], { page: 2 }) } }),
    aSent('a'),
    THUMB,
  )
  const runner = new WatchRunner()
  const running = run([], ['a'], runner)
  await isAsked('1')
  await runner.handle({ type: 'stopWatch' })
  answer('1', Response.json(anAnswer(['7'], { hasMore: true })))
  await running
  expect(asked).toEqual(['1'])
  expect((await getSearch('a'))?.at).toBe(5)
  expect(await now()).toMatchObject({ state: 'stopped', searchIds: ['a'], failures: {} })
})
