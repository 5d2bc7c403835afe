import 'fake-indexeddb/auto'
import { beforeEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { proxyItem, searchItem } from '../model/stored-items.ts'
import { BUSY, PROXY } from '../testing/answers.ts'
import { anOffer, aSearch, clearDatabase } from '../testing/searches.ts'
import { OfferDetailsLoader } from './offer-details.ts'
import { type ActiveSearch, SearchSession } from './search-session.ts'

const shipping = { weightKg: 0.3, lengthCm: null, widthCm: null, heightCm: null }
/** Requests that wait for an answer, by offer id. */
const requests = new Map<string, (response: Response) => void>()
let loader: OfferDetailsLoader
let session: SearchSession
let active: ActiveSearch

beforeEach(async () => {
  fakeBrowser.reset()
  await clearDatabase()
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('en-US')
  await proxyItem.setValue(PROXY)
  await searchItem.setValue(aSearch('a', 1))
  requests.clear()
  vi.stubGlobal('fetch', (url: string) => {
    const id = new URL(url).pathname.split('/').at(-1) as string
    return new Promise((resolve) => requests.set(id, resolve))
  })
  session = new SearchSession()
  loader = new OfferDetailsLoader(session)
  active = (await session.current()) as ActiveSearch
})

const waiting = (...ids: string[]) => vi.waitFor(() => expect([...requests.keys()]).toEqual(ids))
const answer = (id: string, response?: Response) => {
  const offer = { ...anOffer(id), shipping, provider: 'crossborder', cached: false }
  requests.get(id)?.(response ?? Response.json(offer))
  requests.delete(id)
}
const details = async (id: string) => (await searchItem.getValue())?.details?.[id]

test('details are stored, and before that the state loading', async () => {
  const loading = loader.load(active, '1')
  await waiting('1')
  expect(await details('1')).toEqual({ state: 'loading' })
  answer('1')
  expect(await loading).toBe(true)
  const fetchedAt = expect.stringMatching(/Z$/)
  expect(await details('1')).toEqual({ state: 'done', offer: { ...anOffer('1'), shipping, fetchedAt } })
})

test('known details stay while they are asked for again, and where that fails', async () => {
  const known = { state: 'done', offer: { ...anOffer('1', { price: '7' }), shipping } } as const
  active.search.details = { 1: known }
  expect(await loader.load(active, '1')).toBe(false)
  const failing = loader.load(active, '1', true)
  await waiting('1')
  expect(await details('1')).toEqual({ ...known, renewing: true })
  expect(await loader.load(active, '1', true), 'one request at a time').toBe(false)
  answer('1', Response.json(BUSY, { status: 503 }))
  expect(await failing).toBe(false)
  expect(await details('1')).toMatchObject({ ...known, failure: { code: 'busy' } })
  const working = loader.load(active, '1', true)
  await waiting('1')
  answer('1')
  expect(await working).toBe(true)
  expect(await details('1')).toMatchObject({ state: 'done', offer: { price: '10.10' } })
})

test('an offer is requested once, whether loading or done', async () => {
  const loading = loader.load(active, '1')
  expect(await loader.load(active, '1')).toBe(false)
  await waiting('1')
  answer('1')
  await loading
  expect(await loader.load(active, '1')).toBe(false)
  expect(requests.size).toBe(0)
})

test('three are requested at once, and the next when one is done', async () => {
  const loading = ['1', '2', '3', '4', '5'].map((id) => loader.load(active, id))
  await waiting('1', '2', '3')
  expect(await details('5')).toEqual({ state: 'loading' })
  answer('2')
  await waiting('1', '3', '4')
  for (const id of ['1', '3', '4']) answer(id)
  await waiting('5')
  answer('5')
  expect(await Promise.all(loading)).toEqual([true, true, true, true, true])
})

test('a failed request makes room for the next, and may be retried', async () => {
  const [first] = ['1', '2', '3', '4'].map((id) => loader.load(active, id))
  await waiting('1', '2', '3')
  answer('1', Response.json(BUSY, { status: 503 }))
  expect(await first).toBe(false)
  expect(await details('1')).toMatchObject({ state: 'failed', failure: { code: 'busy' } })
  await waiting('2', '3', '4')
  answer('2')
  loader.load(active, '1')
  await waiting('3', '4', '1')
})

test('an API without offer pages is not asked again', async () => {
  const loading = loader.load(active, '1')
  await waiting('1')
  answer('1', Response.json({ ...BUSY, status: 501, code: 'not_supported' }, { status: 501 }))
  await loading
  expect(await details('1')).toMatchObject({ state: 'failed', failure: { code: 'not_supported' } })
  expect(await loader.load(active, '1')).toBe(false)
  expect(requests.size).toBe(0)
})

test('waiting requests of a search that has ended are neither sent nor stored in the next one', async () => {
  const loading = ['1', '2', '3', '4'].map((id) => loader.load(active, id))
  await waiting('1', '2', '3')
  const next = await session.begin(active.search.source)
  for (const id of ['1', '2', '3']) answer(id)
  expect(await Promise.all(loading)).toEqual([false, false, false, false])
  expect(requests.size).toBe(0)
  expect((await searchItem.getValue())?.id).toBe(next.search.id)
  expect(await details('1')).toBeUndefined()
})

test('which variants are the searched product is noted with the details, and a choice stays', async () => {
  const [photo, hand] = [
    { keys: ['1'], by: 'photo' },
    { keys: ['2'], by: 'hand' },
  ] as const
  const known = { state: 'done', offer: { ...anOffer('1'), shipping } } as const
  active.search.details = { 1: known, 2: { state: 'loading' } }
  const match = (matches: Parameters<typeof loader.match>[1]) => loader.match(active, matches)
  expect(await match({ 1: { ...photo, keys: ['1'] }, 2: { ...photo, keys: [] } })).toBe(true)
  expect(await details('1')).toEqual({ ...known, match: photo })
  expect(await details('2')).toEqual({ state: 'loading' })
  await match({ 1: { ...hand, keys: ['2'] } })
  expect(await match({ 1: { ...photo, keys: ['1'] } })).toBe(false)
  expect(await details('1')).toEqual({ ...known, match: hand })

  const renewing = loader.load(active, '1', true)
  await waiting('1')
  answer('1')
  await renewing
  expect(await details('1')).toMatchObject({ state: 'done', match: hand })
  await match({ 1: null })
  expect(await details('1')).not.toHaveProperty('match')
})
