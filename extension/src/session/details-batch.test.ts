import 'fake-indexeddb/auto'
import { beforeEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { saveOfferDetails } from '../db/offer-details.ts'
import { getSearch } from '../db/searches.ts'
import type { Search } from '../model/search.ts'
import { proxyItem, searchItem, sentItem } from '../model/stored-items.ts'
import { BUSY, PROXY } from '../testing/answers.ts'
import { aList, anOffer, aSearch, aSent, clearDatabase } from '../testing/searches.ts'
import { SearchController } from './search-controller.ts'
import { SearchSession } from './search-session.ts'

const shipping = { weightKg: 0.3, lengthCm: null, widthCm: null, heightCm: null }
const IDS = ['1', '2', '3', '4', '5']
/** The offers that were asked for, in order, and those of them that wait for an answer. */
let asked: string[]
let waiting: Map<string, (response: Response) => void>

beforeEach(async () => {
  fakeBrowser.reset()
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('en-US')
  await clearDatabase()
  await proxyItem.setValue(PROXY)
  asked = []
  waiting = new Map()
  const { fetch } = globalThis
  vi.stubGlobal('fetch', (url: string) => {
    if (url.startsWith('data:')) return fetch(url)
    const id = new URL(url).pathname.split('/').at(-1) as string
    asked.push(id)
    return new Promise((resolve) => waiting.set(id, resolve))
  })
  return () => vi.unstubAllGlobals()
})

async function controllerOf(rest: Partial<Search> = {}): Promise<SearchController> {
  const offers = IDS.map((id) => anOffer(id, { priceTiers: [] }))
  await searchItem.setValue(aSearch('a', 1, { lists: { same: aList(offers) }, ...rest }))
  await sentItem.setValue(aSent('a'))
  return new SearchController()
}

const run = (controller: SearchController, offerIds = IDS) =>
  controller.loadDetails({ type: 'detailsBatch', offerIds })
const isAsked = (...ids: string[]) => vi.waitFor(() => expect([...waiting.keys()]).toEqual(ids))
const now = async () => (await searchItem.getValue()) as Search
const states = async () => {
  const { details = {} } = await now()
  return Object.fromEntries(Object.entries(details).map(([id, { state }]) => [id, state]))
}

function answer(id: string, response?: Response): void {
  const offer = { ...anOffer(id), shipping, provider: 'crossborder', cached: false }
  waiting.get(id)?.(response ?? Response.json(offer))
  waiting.delete(id)
}

function failWith(id: string, code: string, status: number, rest: object = {}): void {
  const { retryAfterMs: _, ...problem } = BUSY
  answer(id, Response.json({ ...problem, status, code, ...rest }, { status }))
}

test('all are asked for, two at once, and then they are in the history', async () => {
  const controller = await controllerOf()
  const running = run(controller)
  await isAsked('1', '2')
  expect((await now()).detailsBatch).toEqual({ offerIds: IDS, state: 'running' })
  answer('2')
  await isAsked('1', '3')
  for (const id of ['1', '3', '4', '5']) {
    await vi.waitFor(() => expect(waiting.has(id)).toBe(true))
    answer(id)
  }
  await running
  expect(asked.toSorted()).toEqual(IDS)
  expect((await now()).detailsBatch).toEqual({ offerIds: IDS, state: 'done' })
  expect(Object.keys((await getSearch('a'))?.details ?? {})).toEqual(IDS)
})

test('what is known is not asked for: in the search, in storage, or twice in one batch', async () => {
  await saveOfferDetails({ offer: { ...anOffer('2'), shipping }, until: Date.now() + 60_000 })
  const controller = await controllerOf({
    details: {
      1: { state: 'done', offer: { ...anOffer('1'), shipping } },
      3: { state: 'failed', failure: { code: 'not_supported' } },
    },
  })
  const running = run(controller, ['1', '2', '3', '4', '4'])
  await isAsked('4')
  answer('4')
  await running
  expect(asked).toEqual(['4'])
  expect((await now()).detailsBatch?.offerIds).toEqual(['2', '4'])
  await run(controller, ['1', '2', '3', '4'])
  expect(asked).toEqual(['4'])
})

test('a second batch does not begin while one is running', async () => {
  const controller = await controllerOf()
  const running = run(controller, ['1'])
  await isAsked('1')
  await run(controller, ['2'])
  expect((await now()).detailsBatch?.offerIds).toEqual(['1'])
  answer('1')
  await running
  expect(asked).toEqual(['1'])
})

test('after a stop nothing more is asked for, and what is under way is kept', async () => {
  const controller = await controllerOf()
  const running = run(controller)
  await isAsked('1', '2')
  await controller.loadDetails({ type: 'stopDetailsBatch' })
  expect((await now()).detailsBatch).toEqual({ offerIds: IDS, state: 'stopping' })
  answer('1')
  answer('2')
  await running
  expect(asked).toEqual(['1', '2'])
  expect((await now()).detailsBatch).toEqual({ offerIds: IDS, state: 'stopped' })
  expect(await states()).toEqual({ 1: 'done', 2: 'done' })
})

test('the rest can be asked for after a stop', async () => {
  const controller = await controllerOf()
  const running = run(controller)
  await isAsked('1', '2')
  await controller.loadDetails({ type: 'stopDetailsBatch' })
  answer('1')
  answer('2')
  await running
  const again = run(controller)
  await isAsked('3', '4')
  expect((await now()).detailsBatch).toEqual({ offerIds: ['3', '4', '5'], state: 'running' })
  for (const id of ['3', '4', '5']) {
    await vi.waitFor(() => expect(waiting.has(id)).toBe(true))
    answer(id)
  }
  await again
})

test('an offer that fails does not stop the others', async () => {
  const controller = await controllerOf()
  const running = run(controller, ['1', '2', '3'])
  await isAsked('1', '2')
  failWith('1', 'upstream_bad_response', 502)
  await isAsked('2', '3')
  answer('2')
  answer('3')
  await running
  expect(await states()).toEqual({ 1: 'failed', 2: 'done', 3: 'done' })
  expect((await now()).detailsBatch).toEqual({ offerIds: ['1', '2', '3'], state: 'done' })
})

test.each([
  ['quota_exhausted', 429],
  ['unauthorized', 401],
  ['upstream_quota_exhausted', 502],
])('%s stops all of them, with its reason', async (code, status) => {
  const controller = await controllerOf()
  const running = run(controller)
  await isAsked('1', '2')
  failWith('1', code, status)
  await vi.waitFor(async () => expect(await states()).toMatchObject({ 1: 'failed' }))
  answer('2')
  await running
  expect(asked).toEqual(['1', '2'])
  expect((await now()).detailsBatch).toMatchObject({ state: 'stopped', failure: { code } })
  expect(await states()).toEqual({ 1: 'failed', 2: 'done' })
})

test('an offer that 1688 denies does not stop the others, three in a row do', async () => {
  const controller = await controllerOf()
  const deny = async (id: string) => {
    await vi.waitFor(() => expect(waiting.has(id)).toBe(true))
    failWith(id, 'upstream_access_denied', 502)
    await vi.waitFor(async () => expect(await states()).toMatchObject({ [id]: 'failed' }))
  }
  const one = run(controller)
  await isAsked('1', '2')
  answer('1')
  await isAsked('2', '3')
  await deny('2')
  await isAsked('3', '4')
  await deny('3')
  await isAsked('4', '5')
  await deny('4')
  await deny('5')
  await one
  expect((await now()).detailsBatch).toMatchObject({
    state: 'stopped',
    failure: { code: 'upstream_access_denied' },
  })
  expect(await states()).toEqual({ 1: 'done', 2: 'failed', 3: 'failed', 4: 'failed', 5: 'failed' })
  const again = run(controller, ['2', '3'])
  await isAsked('2', '3')
  await deny('3')
  answer('2')
  await again
  expect((await now()).detailsBatch).toMatchObject({ state: 'done' })
})

test('a refusal that says when to try again is waited for', async () => {
  const controller = await controllerOf()
  const running = run(controller, ['1'])
  await isAsked('1')
  failWith('1', 'rate_limited', 429, { retryAfterMs: 5 })
  await isAsked('1')
  answer('1')
  await running
  expect(asked).toEqual(['1', '1'])
  expect(await states()).toEqual({ 1: 'done' })
})

test('a new search ends the batch, and what it has paid for is there when an offer is found again', async () => {
  const controller = await controllerOf()
  const running = run(controller)
  await isAsked('1', '2')
  await controller.forget()
  answer('1')
  answer('2')
  await running
  expect(asked).toEqual(['1', '2'])
  expect(await searchItem.getValue()).toBeNull()

  const next = await controllerOf()
  await next.loadDetails({ type: 'storedDetails', offerIds: IDS })
  expect(await states()).toEqual({ 1: 'done', 2: 'done' })
  expect(asked).toEqual(['1', '2'])
})

test('an ended background leaves the batch stopped, and repeats nothing by itself', async () => {
  await controllerOf({
    details: { 1: { state: 'done', offer: { ...anOffer('1'), shipping } }, 2: { state: 'loading' } },
    detailsBatch: { offerIds: IDS, state: 'running' },
  }).then((controller) => controller.loadDetails({ type: 'stopDetailsBatch' }))
  expect((await now()).detailsBatch).toEqual({
    offerIds: IDS,
    state: 'stopped',
    failure: { code: 'interrupted' },
  })
  expect(asked).toEqual([])
})

test('a private search may use what is kept', async () => {
  await saveOfferDetails({ offer: { ...anOffer('2'), shipping }, until: Date.now() + 60_000 })
  const { source } = aSearch('a', 1)
  const controller = await controllerOf({ source: { ...source, incognito: true } })
  await run(controller, ['2'])
  expect(await states()).toEqual({ 2: 'done' })
  expect(asked).toEqual([])
})

test('later private searches have what a private one paid for, and others do not', async () => {
  const known = { state: 'done', offer: { ...anOffer('1'), shipping } } as const
  const { source } = aSearch('a', 1)
  const begin = async (incognito: boolean) => {
    await controllerOf({
      source: { ...source, incognito: true },
      details: { 1: known, 2: { state: 'loading' } },
    })
    const session = new SearchSession()
    return (await session.begin({ ...source, incognito })).search.details
  }
  expect(await begin(true)).toEqual({ 1: known })
  expect(await begin(false)).toBeUndefined()
})

test('a private search keeps nothing beyond the session', async () => {
  const { source } = aSearch('a', 1)
  const controller = await controllerOf({ source: { ...source, incognito: true } })
  const running = run(controller, ['1'])
  await isAsked('1')
  answer('1')
  await running
  const later = await controllerOf()
  await later.loadDetails({ type: 'storedDetails', offerIds: ['1'] })
  expect(await states()).toEqual({})
})
