import { beforeEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import type { ViewMessage } from '../model/messages.ts'
import { searchItem } from '../model/stored-items.ts'
import { aSearch } from '../testing/searches.ts'
import { handleMessages } from './message-handler.ts'

const page = { id: 1, windowId: 1 }
const activePage = { id: 4, windowId: 2 }
const box = { x: 1, y: 1, width: 50, height: 50, partly: false, viewportWidth: 800, viewportHeight: 600 }
/** Every call, in order. */
let calls: [string, ...unknown[]][]
let receive: (message: unknown, sender: object) => void

beforeEach(() => {
  fakeBrowser.reset()
  calls = []
  const all = {
    get:
      (_: object, name: string) =>
      (...args: unknown[]) =>
        void calls.push([name, ...args]),
  }
  vi.spyOn(fakeBrowser.runtime.onMessage, 'addListener').mockImplementation((react) => {
    receive = react as never
  })
  Object.assign(fakeBrowser, {
    tabs: {
      query: async () => [activePage],
      update: async (id: number) => (id === page.id ? page : undefined),
    },
    windows: { update: async () => ({}) },
  })
  handleMessages(new Proxy({}, all) as never, new Proxy({}, all) as never)
})

const us = () => ({ id: fakeBrowser.runtime.id })

test.each<[ViewMessage, [string, ...unknown[]]]>([
  [{ type: 'mode', mode: 'similar' }, ['setMode', 'similar']],
  [{ type: 'choose', index: 2 }, ['choose', 2]],
  [{ type: 'region', region: '1,2,3,4' }, ['searchRegion', '1,2,3,4']],
  [
    { type: 'address', address: 'https://a.example/b', larger: [], incognito: true },
    ['searchAddress', 'https://a.example/b', true, []],
  ],
  [{ type: 'offerDetails', offerId: '71' }, ['loadDetails', { type: 'offerDetails', offerId: '71' }]],
  [{ type: 'stopDetailsBatch' }, ['loadDetails', { type: 'stopDetailsBatch' }]],
  [{ type: 'reopen', id: 'kept' }, ['reopen', 'kept']],
  [{ type: 'refresh' }, ['refresh']],
  [{ type: 'more' }, ['loadMore']],
  [{ type: 'retry' }, ['retry']],
  [{ type: 'send' }, ['send']],
  [{ type: 'forget' }, ['forget']],
  [{ type: 'gallery' }, ['changePhotos', { type: 'gallery' }]],
  [{ type: 'addPhotos', indexes: [1, 2] }, ['changePhotos', { type: 'addPhotos', indexes: [1, 2] }]],
  [{ type: 'removePhoto', id: 'p' }, ['changePhotos', { type: 'removePhoto', id: 'p' }]],
])('the message %o reaches the controller', (message, call) => {
  receive(message, us())
  expect(calls).toEqual([call])
})

test('from a popup or panel an area is drawn in the page beside it', async () => {
  receive({ type: 'pickArea' }, us())
  await vi.waitFor(() => expect(calls).toEqual([['pickArea', activePage]]))
})

test('from the results tab an area is drawn in the page of the search, never in that tab', async () => {
  const sender = { ...us(), tab: { id: 9 } }
  receive({ type: 'pickArea' }, sender)
  await searchItem.setValue(aSearch('a', 1))
  receive({ type: 'pickArea' }, sender)
  await vi.waitFor(() => expect(calls).toEqual([['pickArea', page]]))
})

test('results open before a drawn area is searched', async () => {
  receive({ type: 'area', box }, { ...us(), tab: page })
  await vi.waitFor(() =>
    expect(calls).toEqual([
      ['openForArea', page],
      ['searchArea', box, page],
    ]),
  )
})

test('nothing opens when drawing is cancelled', async () => {
  receive({ type: 'area' }, { ...us(), tab: page })
  await vi.waitFor(() => expect(calls).toEqual([['searchArea', undefined, page]]))
})

test('only our own page script can report an area', () => {
  receive({ type: 'area', box }, { id: 'another', tab: page })
  receive({ type: 'area', box }, us())
  expect(calls).toEqual([])
})
