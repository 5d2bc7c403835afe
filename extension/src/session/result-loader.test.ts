import { beforeEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import type { Search } from '../model/search.ts'
import { proxyItem, searchItem, sentItem } from '../model/stored-items.ts'
import { anAnswer, anEvent, PROXY, streamed } from '../testing/answers.ts'
import { aList, anOffer, aSearch, aSent } from '../testing/searches.ts'
import { ResultLoader } from './result-loader.ts'
import { firstPhoto, SearchSession } from './search-session.ts'

/** Every version of the search that was stored. */
let stored: Search[]

beforeEach(async () => {
  fakeBrowser.reset()
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('en-US')
  await proxyItem.setValue(PROXY)
  await sentItem.setValue(aSent('a'))
  await searchItem.setValue(aSearch('a', 1, { lists: {} }))
  stored = []
})

function answer(response: () => Response): void {
  vi.stubGlobal('fetch', async (url: string) => (url.startsWith('data:') ? new Response('jpeg') : response()))
}

async function load(): Promise<Search> {
  const session = new SearchSession((search) => search && stored.push(structuredClone(search)))
  const active = await session.current()
  if (!active) return expect.fail('there is no search')
  await new ResultLoader(session, { save: async () => {} }, { recall: async () => false }).load(
    firstPhoto(active),
  )
  return active.search
}

test('progress is stored while it lasts, and gone with the result', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: 5000 })
  answer(() =>
    streamed([anEvent('queued', { position: 2, waitMs: 900 }), anEvent('result', anAnswer(['1']))]),
  )
  await load()
  vi.useRealTimers()
  const lists = stored.map((search) => search.lists.same)
  expect(lists.map((list) => list?.state)).toEqual(['loading', 'loading', 'done'])
  expect(lists[1]?.progress).toEqual({ event: 'queued', position: 2, waitMs: 900, at: 5000 })
  expect(lists[2]).not.toHaveProperty('progress')
})

test('frequent progress is stored only once in a while', async () => {
  const queue = Array.from({ length: 40 }, (_, at) => anEvent('queued', { position: 40 - at, waitMs: 100 }))
  answer(() => streamed([...queue, anEvent('result', anAnswer(['1']))]))
  await load()
  expect(stored.length).toBeLessThan(6)
  expect(stored.at(-1)?.lists.same?.state).toBe('done')
})

test('the list remembers which API answered', async () => {
  answer(() => Response.json(anAnswer(['1'], { provider: 'dropship' })))
  expect((await load()).lists.same).toMatchObject({ provider: 'dropship', modesDiffer: false })
})

test('a signed answer keeps its offers as they came, so that their digest fits; an unsigned one keeps the known fields', async () => {
  const newer = { ...anOffer('1'), madeOf: 'canvas' }
  const listOf = async (signed: object) => {
    answer(() => Response.json({ ...anAnswer([]), offers: [newer], ...signed }))
    return (await load()).lists.same
  }
  const list = await listOf({ attestation: 'a.b.c' })
  expect(list?.answers).toMatchObject([{ attestation: 'a.b.c', offers: [newer], query: { page: 1 } }])
  expect(list?.offers[0]).not.toHaveProperty('madeOf')
  await searchItem.setValue(aSearch('a', 1, { lists: {} }))
  expect((await listOf({}))?.answers?.[0]?.offers[0]).not.toHaveProperty('madeOf')
})

test('a page that fails leaves the pages before it, and no progress', async () => {
  const before = aList([anOffer('1')], { hasMore: true, provider: 'dropship' })
  await searchItem.setValue(aSearch('a', 1, { lists: { same: before } }))
  answer(() => streamed([anEvent('searching', { attempt: 1 })]))
  expect((await load()).lists.same).toEqual({
    ...before,
    state: 'failed',
    failure: { code: 'proxy_bad_answer' },
  })
})
