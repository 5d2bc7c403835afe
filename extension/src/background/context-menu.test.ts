import { beforeEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { SURFACES } from '../model/preferences.ts'
import { openInItem } from '../model/stored-items.ts'
import { addContextMenu, menuItemId, surfaceOfMenuItem } from './context-menu.ts'

const items: string[] = []
const onClick = vi.fn()
let clicked: (info: object, tab: object) => void
let installed: () => void
let started: () => void

beforeEach(() => {
  fakeBrowser.reset()
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('en-GB')
  items.length = 0
  onClick.mockClear()
  Object.assign(fakeBrowser, {
    contextMenus: {
      removeAll: async () => {
        items.length = 0
      },
      create: ({ id }: { id: string }, done: () => void) => {
        items.push(id)
        done()
      },
      onClicked: { addListener: (listener: typeof clicked) => (clicked = listener) },
    },
  })
  vi.spyOn(fakeBrowser.runtime.onInstalled, 'addListener').mockImplementation((react) => {
    installed = react as never
  })
  vi.spyOn(fakeBrowser.runtime.onStartup, 'addListener').mockImplementation((react) => {
    started = react as never
  })
  addContextMenu(onClick)
})

test('the item’s id says where results open, and no other id does', () => {
  expect(SURFACES.map((surface) => surfaceOfMenuItem(menuItemId(surface)))).toEqual(SURFACES)
  expect(surfaceOfMenuItem('find-on-1688:window')).toBeUndefined()
  expect(surfaceOfMenuItem('something else')).toBeUndefined()
})

test('installing leaves one item, even when the setting changes at the same time', async () => {
  installed()
  started()
  await vi.waitFor(() => expect(items).toEqual(['find-on-1688']))
})

test('the item follows the setting', async () => {
  installed()
  await openInItem.setValue('panel')
  await vi.waitFor(() => expect(items).toEqual(['find-on-1688:panel']))
  await openInItem.setValue('tab')
  await vi.waitFor(() => expect(items).toEqual(['find-on-1688:tab']))
})

test('starting the browser creates the item for the setting', async () => {
  await openInItem.setValue('tab')
  items.length = 0
  started()
  await vi.waitFor(() => expect(items).toEqual(['find-on-1688:tab']))
})

test('a click reports where results open before anything is awaited', () => {
  const tab = { id: 1 }
  clicked({ menuItemId: 'find-on-1688:panel', srcUrl: 'https://shop.example/a.jpg' }, tab)
  expect(onClick).toHaveBeenCalledExactlyOnceWith(
    { frameId: 0, address: 'https://shop.example/a.jpg' },
    tab,
    'panel',
  )
})

test('other ids are ignored', () => {
  clicked({ menuItemId: 'other' }, { id: 1 })
  expect(onClick).not.toHaveBeenCalled()
})
