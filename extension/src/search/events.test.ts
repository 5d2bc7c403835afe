import { beforeEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { listenToBrowser } from './events.ts'
import { type Search, searchItem } from './state.ts'

const search: Search = {
  id: 'one',
  startedAt: 1,
  source: { addresses: [], tabId: 1, windowId: 1, frameId: 0, incognito: true },
  reading: 'done',
  mode: 'same',
  lists: {},
}
const forget = vi.fn(async () => {})
let closed: (id: number) => Promise<void>
let open: { incognito: boolean }[]

beforeEach(() => {
  fakeBrowser.reset()
  forget.mockClear()
  const listener = { addListener: vi.fn() }
  Object.assign(fakeBrowser, {
    commands: { onCommand: listener },
    permissions: { onAdded: listener },
    windows: {
      onRemoved: { addListener: (react: typeof closed) => (closed = react) },
      getAll: async () => open,
    },
  })
  listenToBrowser({ forget } as never)
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
