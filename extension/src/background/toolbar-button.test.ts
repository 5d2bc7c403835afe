import { beforeEach, expect, test, vi } from 'vitest'
import { openInItem, type PlaceToOpen } from '../model/preferences.ts'
import { asFirefox, placesOfBrowser } from '../testing/browser.ts'
import { openPopup } from './popup.ts'
import { Places } from './surfaces.ts'

let browser: ReturnType<typeof placesOfBrowser>

beforeEach(() => {
  browser = placesOfBrowser()
})

const popup = () => browser.action.setPopup.mock.lastCall?.[0].popup

async function start(place: PlaceToOpen): Promise<void> {
  await openInItem.setValue(place)
  new Places().listen()
  await vi.waitFor(() => expect(popup()).toBe(place === 'popup' ? '/popup.html' : ''))
}

const click = (incognito = false) => browser.listeners.action?.({ windowId: 8, incognito } as never)

test.each<[PlaceToOpen, string, boolean]>([
  ['popup', '/popup.html', false],
  ['panel', '', true],
  ['tab', '', false],
])(
  'with each start of the background the button opens the %s',
  async (place, page, openPanelOnActionClick) => {
    await start(place)
    expect(popup()).toBe(page)
    expect(browser.sidePanel.setPanelBehavior).toHaveBeenLastCalledWith({ openPanelOnActionClick })
  },
)

test('it changes with the setting', async () => {
  await start('panel')
  await openInItem.setValue('popup')
  await vi.waitFor(() => expect(popup()).toBe('/popup.html'))
})

test("its click opens the results' tab, at once", async () => {
  await start('tab')
  click()
  expect(browser.tabs.query).toHaveBeenCalledOnce()
})

test('from a private window it opens the popup instead', async () => {
  await start('tab')
  click(true)
  expect(browser.action.openPopup).toHaveBeenCalledOnce()
  expect(browser.tabs.query).not.toHaveBeenCalled()
})

test('in Firefox its click opens and closes the sidebar before anything is awaited', async () => {
  asFirefox(browser.sidebarAction)
  await start('panel')
  click()
  expect(browser.sidebarAction.toggle).toHaveBeenCalledOnce()
})

test('a popup opens although the button has none, which it has not afterwards either', async () => {
  await start('panel')
  openPopup()
  expect(popup()).toBe('/popup.html')
  expect(browser.action.openPopup).toHaveBeenCalledOnce()
  await vi.waitFor(() => expect(popup()).toBe(''))
})
