import { beforeEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import type { Search } from '../model/search.ts'
import { copiedMessagesItem, searchItem } from '../model/stored-items.ts'
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
/** Every call, in order. */
let calls: string[]
let pressed: (command: string, tab?: object) => void
let closed: (id: number) => Promise<void>
let open: { incognito: boolean }[]

beforeEach(() => {
  fakeBrowser.reset()
  forget.mockClear()
  calls = []
  Object.assign(fakeBrowser, {
    commands: { onCommand: { addListener: (react: typeof pressed) => (pressed = react) } },
    permissions: { onAdded: { addListener: vi.fn() } },
    windows: {
      onRemoved: { addListener: (react: typeof closed) => (closed = react) },
      getAll: async () => open,
    },
  })
  const note = (name: string) => (first: unknown) => calls.push(`${name} ${JSON.stringify(first)}`)
  const controller = { forget, searchClick: note('search'), pickArea: note('pick') }
  const surfaces = { openByKey: note('open'), makeRoom: note('room') }
  listenToCommands(controller as never, surfaces as never)
})

test('the shortcut for the picture under the pointer opens results, then searches it', () => {
  pressed('search-pointed', tab)
  expect(calls).toEqual([`open ${JSON.stringify(tab)}`, 'search {"frameId":0,"pointed":true}'])
})

test('the shortcut for an area opens the panel before anything is drawn', () => {
  pressed('pick-area', tab)
  expect(calls).toEqual([`room ${JSON.stringify(tab)}`, `pick ${JSON.stringify(tab)}`])
})

test('the shortcut for all products opens them in a tab, which names the page that was left', () => {
  const create = vi.spyOn(fakeBrowser.tabs, 'create').mockResolvedValue({} as never)
  pressed('find-all', tab)
  expect(create.mock.calls).toEqual([[{ url: '/app.html#batch/page-4' }]])
  expect(calls).toEqual([])
})

test('unknown commands, and commands without a tab, do nothing', () => {
  pressed('something', tab)
  pressed('search-pointed')
  expect(calls).toEqual([])
})

test('a private search is forgotten when the last private window closes, and what was copied of its offers', async () => {
  await searchItem.setValue(search)
  await copiedMessagesItem.setValue({ 1: { message: '您好', at: 1 } })
  open = [{ incognito: true }, { incognito: false }]
  await closed(1)
  expect(forget).not.toHaveBeenCalled()
  expect(await copiedMessagesItem.getValue()).not.toEqual({})
  open = [{ incognito: false }]
  await closed(2)
  expect(forget).toHaveBeenCalledOnce()
  expect(await copiedMessagesItem.getValue()).toEqual({})
})

test('a search from a normal window is not forgotten', async () => {
  await searchItem.setValue({ ...search, source: { ...search.source, incognito: false } })
  open = []
  await closed(1)
  expect(forget).not.toHaveBeenCalled()
})
