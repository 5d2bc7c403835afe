import { beforeEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import type { ViewMessage } from '../model/messages.ts'
import { searchItem } from '../model/stored-items.ts'
import { aSearch } from '../testing/searches.ts'
import { handleMessages } from './message-handler.ts'

const page = { id: 1, windowId: 1 }
const beside = { id: 4, windowId: 2 }
const place = { x: 1, y: 1, width: 50, height: 50, partly: false, viewportWidth: 800, viewportHeight: 600 }
/** What is done, in its order. */
let done: [string, ...unknown[]][]
let hear: (message: unknown, sender: object) => void

beforeEach(() => {
  fakeBrowser.reset()
  done = []
  const all = {
    get:
      (_: object, name: string) =>
      (...args: unknown[]) =>
        void done.push([name, ...args]),
  }
  vi.spyOn(fakeBrowser.runtime.onMessage, 'addListener').mockImplementation((react) => {
    hear = react as never
  })
  Object.assign(fakeBrowser, {
    tabs: { query: async () => [beside], update: async (id: number) => (id === page.id ? page : undefined) },
    windows: { update: async () => ({}) },
  })
  handleMessages(new Proxy({}, all) as never, new Proxy({}, all) as never)
})

const us = () => ({ id: fakeBrowser.runtime.id })

test.each<[ViewMessage, [string, ...unknown[]]]>([
  [{ type: 'mode', mode: 'similar' }, ['setMode', 'similar']],
  [{ type: 'choose', index: 2 }, ['choose', 2]],
  [{ type: 'region', region: '1,2,3,4' }, ['region', '1,2,3,4']],
  [
    { type: 'address', address: 'https://a.example/b', incognito: true },
    ['address', 'https://a.example/b', true],
  ],
  [{ type: 'steps', offerId: '71' }, ['steps', '71']],
  [{ type: 'reopen', id: 'kept' }, ['reopen', 'kept']],
  [{ type: 'again' }, ['again']],
  [{ type: 'more' }, ['more']],
  [{ type: 'retry' }, ['retry']],
  [{ type: 'send' }, ['send']],
  [{ type: 'forget' }, ['forget']],
  [{ type: 'gallery' }, ['gallery', { type: 'gallery' }]],
  [{ type: 'further', indexes: [1, 2] }, ['gallery', { type: 'further', indexes: [1, 2] }]],
  [{ type: 'without', id: 'p' }, ['gallery', { type: 'without', id: 'p' }]],
])('the wish %o is fulfilled', (wish, wished) => {
  hear(wish, us())
  expect(done).toEqual([wished])
})

test('from a popup or panel an area is drawn in the page beside it', async () => {
  hear({ type: 'pick' }, us())
  await vi.waitFor(() => expect(done).toEqual([['pick', beside]]))
})

test('from a tab of ours an area is drawn in the page of the search, and never in that tab', async () => {
  const sender = { ...us(), tab: { id: 9 } }
  hear({ type: 'pick' }, sender)
  await searchItem.setValue(aSearch('a', 1))
  hear({ type: 'pick' }, sender)
  await vi.waitFor(() => expect(done).toEqual([['pick', page]]))
})

test('for an area that was drawn results open first', async () => {
  hear({ type: 'area', box: place }, { ...us(), tab: page })
  await vi.waitFor(() =>
    expect(done).toEqual([
      ['openForArea', page],
      ['picked', place, page],
    ]),
  )
})

test('for one that was given up nothing opens', async () => {
  hear({ type: 'area' }, { ...us(), tab: page })
  await vi.waitFor(() => expect(done).toEqual([['picked', undefined, page]]))
})

test('areas are drawn by our own page script alone', () => {
  hear({ type: 'area', box: place }, { id: 'another', tab: page })
  hear({ type: 'area', box: place }, us())
  expect(done).toEqual([])
})
