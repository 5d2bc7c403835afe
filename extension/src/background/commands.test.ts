import { beforeEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import type { Search } from '../model/search.ts'
import { searchItem } from '../model/stored-items.ts'
import { listenToCommands } from './commands.ts'

const search: Search = {
  id: 'one',
  startedAt: 1,
  source: { addresses: [], tabId: 1, windowId: 1, frameId: 0, incognito: true },
  reading: 'done',
  mode: 'same',
  lists: {},
}
const forget = vi.fn(async () => {})
const tab = { id: 4, windowId: 1 }
/** What is done, in its order. */
let done: string[]
let pressed: (command: string, tab?: object) => void
let closed: (id: number) => Promise<void>
let open: { incognito: boolean }[]

beforeEach(() => {
  fakeBrowser.reset()
  forget.mockClear()
  done = []
  Object.assign(fakeBrowser, {
    commands: { onCommand: { addListener: (react: typeof pressed) => (pressed = react) } },
    permissions: { onAdded: { addListener: vi.fn() } },
    windows: {
      onRemoved: { addListener: (react: typeof closed) => (closed = react) },
      getAll: async () => open,
    },
  })
  const note = (name: string) => (first: unknown) => done.push(`${name} ${JSON.stringify(first)}`)
  const controller = { forget, start: note('start'), pick: note('pick') }
  const places = { openByKey: note('open'), makeRoom: note('room') }
  listenToCommands(controller as never, places as never)
})

test('the key for the picture under the pointer opens results first and then searches it', () => {
  pressed('search-pointed', tab)
  expect(done).toEqual([`open ${JSON.stringify(tab)}`, 'start {"frameId":0,"pointed":true}'])
})

test('the key for an area makes room for the panel before anything is drawn', () => {
  pressed('pick-area', tab)
  expect(done).toEqual([`room ${JSON.stringify(tab)}`, `pick ${JSON.stringify(tab)}`])
})

test('keys of others, and keys where there is no tab, do nothing', () => {
  pressed('something', tab)
  pressed('search-pointed')
  expect(done).toEqual([])
})

test('what was searched in a private window is gone with the last of them', async () => {
  await searchItem.setValue(search)
  open = [{ incognito: true }, { incognito: false }]
  await closed(1)
  expect(forget).not.toHaveBeenCalled()
  open = [{ incognito: false }]
  await closed(2)
  expect(forget).toHaveBeenCalledOnce()
})

test('what was searched in another window stays', async () => {
  await searchItem.setValue({ ...search, source: { ...search.source, incognito: false } })
  open = []
  await closed(1)
  expect(forget).not.toHaveBeenCalled()
})
