import { beforeEach, expect, test, vi } from 'vitest'
import type { Surface } from '../model/preferences.ts'
import { openInItem } from '../model/stored-items.ts'
import { asFirefox, fakeSurfaces } from '../testing/fake-surfaces.ts'
import { openPopup } from './popup.ts'
import { Surfaces } from './surfaces.ts'

let browser: ReturnType<typeof fakeSurfaces>

beforeEach(() => {
  browser = fakeSurfaces()
})

const popup = () => browser.action.setPopup.mock.lastCall?.[0].popup

async function start(surface: Surface): Promise<void> {
  await openInItem.setValue(surface)
  new Surfaces().listen()
  await vi.waitFor(() => expect(popup()).toBe(surface === 'popup' ? '/popup.html' : ''))
}

const click = (incognito = false) => browser.listeners.action?.({ windowId: 8, incognito } as never)

test.each<[Surface, string, boolean]>([
  ['popup', '/popup.html', false],
  ['panel', '', true],
  ['tab', '', false],
])(
  'each time the background starts, the button opens the %s',
  async (surface, page, openPanelOnActionClick) => {
    await start(surface)
    expect(popup()).toBe(page)
    expect(browser.sidePanel.setPanelBehavior).toHaveBeenLastCalledWith({ openPanelOnActionClick })
  },
)

test('the button follows the setting', async () => {
  await start('panel')
  await openInItem.setValue('popup')
  await vi.waitFor(() => expect(popup()).toBe('/popup.html'))
})

test('its click opens the results tab at once', async () => {
  await start('tab')
  click()
  expect(browser.tabs.query).toHaveBeenCalledOnce()
})

test('in a private window it opens the popup instead', async () => {
  await start('tab')
  click(true)
  expect(browser.action.openPopup).toHaveBeenCalledOnce()
  expect(browser.tabs.query).not.toHaveBeenCalled()
})

test('in Firefox its click toggles the sidebar before anything is awaited', async () => {
  asFirefox(browser.sidebarAction)
  await start('panel')
  click()
  expect(browser.sidebarAction.toggle).toHaveBeenCalledOnce()
})

test('a popup opens even while the button has none, and the button has none afterwards', async () => {
  await start('panel')
  openPopup()
  expect(popup()).toBe('/popup.html')
  expect(browser.action.openPopup).toHaveBeenCalledOnce()
  await vi.waitFor(() => expect(popup()).toBe(''))
})
