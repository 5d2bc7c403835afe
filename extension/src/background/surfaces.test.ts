import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { EMPTY_LIST } from '../model/search.ts'
import { grantRequestItem, openInItem } from '../model/stored-items.ts'
import { asFirefox, fakeSurfaces } from '../testing/fake-surfaces.ts'
import { aSearch } from '../testing/searches.ts'
import { Surfaces } from './surfaces.ts'

const tab = { windowId: 8, incognito: false }
const APP = 'chrome-extension://us/app.html#results'
let browser: ReturnType<typeof fakeSurfaces>
let surfaces: Surfaces

beforeEach(() => {
  browser = fakeSurfaces()
  surfaces = new Surfaces()
  surfaces.listen()
})

function connect(page: string, windowId: number): () => void {
  let close = () => {}
  const onDisconnect = { addListener: (listener: () => void) => (close = listener) }
  browser.listeners.connect?.({
    name: `${windowId}`,
    sender: { url: `chrome-extension://us/${page}` },
    onDisconnect,
  } as never)
  return () => close()
}

test('the popup opens before anything is awaited', () => {
  surfaces.open('popup', tab)
  expect(browser.action.openPopup).toHaveBeenCalledOnce()
})

test("Chrome's side panel opens in the window of the click before anything is awaited", () => {
  surfaces.open('panel', tab)
  expect(browser.sidePanel.open).toHaveBeenCalledExactlyOnceWith({ windowId: 8 })
  expect(browser.action.openPopup).not.toHaveBeenCalled()
})

test("so is Firefox's sidebar", () => {
  asFirefox(browser.sidebarAction)
  surfaces.open('panel', tab)
  expect(browser.sidebarAction.open).toHaveBeenCalledOnce()
})

test('if the panel does not open, the popup does, and if that fails a small window', async () => {
  browser.sidePanel.open.mockRejectedValue(new Error('no gesture'))
  surfaces.open('panel', tab)
  await vi.waitFor(() => expect(browser.action.openPopup).toHaveBeenCalledOnce())
  expect(browser.windows.create).not.toHaveBeenCalled()
  browser.action.openPopup.mockRejectedValue(new Error('no focus'))
  surfaces.open('panel', tab)
  await vi.waitFor(() => expect(browser.windows.create).toHaveBeenCalledOnce())
})

test('a browser without a panel opens the popup', async () => {
  asFirefox(browser.sidebarAction)
  Object.assign(browser.sidebarAction, { open: undefined })
  surfaces.open('panel', tab)
  await vi.waitFor(() => expect(browser.action.openPopup).toHaveBeenCalledOnce())
})

test('the tab opens once the picture is read, not before', () => {
  surfaces.open('tab', tab)
  const search = aSearch('a', Date.now(), { reading: 'running', lists: {} })
  surfaces.onChange(search)
  surfaces.onChange({ ...search, reading: 'picking' })
  expect(browser.tabs.query).not.toHaveBeenCalled()
  surfaces.onChange({ ...search, reading: 'choosing' })
  expect(browser.tabs.query).toHaveBeenCalledOnce()
  surfaces.onChange({ ...search, reading: 'done' })
  expect(browser.tabs.query).toHaveBeenCalledOnce()
})

test('a step of the search before does not open the tab', () => {
  surfaces.open('tab', tab)
  surfaces.onChange(aSearch('before', Date.now() - 1000))
  expect(browser.tabs.query).not.toHaveBeenCalled()
})

test('a search that was forgotten opens no tab later', () => {
  surfaces.open('tab', tab)
  surfaces.onChange(null)
  surfaces.onChange(aSearch('a', Date.now()))
  expect(browser.tabs.query).not.toHaveBeenCalled()
})

test('a private search opens the popup instead of a tab', () => {
  surfaces.open('tab', { ...tab, incognito: true })
  expect(browser.action.openPopup).toHaveBeenCalledOnce()
})

test('a shortcut opens the popup, panel or tab of the setting', async () => {
  await openInItem.setValue('panel')
  surfaces.openByKey(tab)
  await vi.waitFor(() => expect(browser.sidePanel.open).toHaveBeenCalledOnce())
})

test('once the setting is known, a shortcut opens before anything is awaited', async () => {
  await openInItem.setValue('panel')
  await vi.waitFor(() =>
    expect(browser.sidePanel.setPanelBehavior).toHaveBeenLastCalledWith({ openPanelOnActionClick: true }),
  )
  surfaces.openByKey(tab)
  expect(browser.sidePanel.open).toHaveBeenCalledOnce()
  surfaces.makeRoom(tab)
  expect(browser.sidePanel.open).toHaveBeenCalledTimes(2)
})

test('an area drawn beside the panel opens nothing more; without the panel it opens the popup', async () => {
  await openInItem.setValue('panel')
  const close = connect('sidepanel.html', 8)
  await surfaces.openForArea(tab)
  expect(browser.action.openPopup).not.toHaveBeenCalled()
  close()
  await surfaces.openForArea(tab)
  expect(browser.action.openPopup).toHaveBeenCalledOnce()
  expect(browser.sidePanel.open).not.toHaveBeenCalled()
})

test.each(['popup', 'panel', 'tab'] as const)(
  'a search shows in the panel that is open in its window, not in the %s of the setting',
  async (surface) => {
    await openInItem.setValue(surface)
    const close = connect('sidepanel.html', 8)
    surfaces.open(surface, tab)
    surfaces.openByKey(tab)
    await surfaces.openForArea(tab)
    surfaces.onChange(aSearch('a', Date.now()))
    expect(browser.action.openPopup).not.toHaveBeenCalled()
    expect(browser.sidePanel.open).not.toHaveBeenCalled()
    expect(browser.tabs.query).not.toHaveBeenCalled()
    close()
    surfaces.open('popup', tab)
    expect(browser.action.openPopup).toHaveBeenCalledOnce()
  },
)

test.each([
  ['a panel of another window', 'sidepanel.html', 7],
  ['a tab of the app', 'app.html', 8],
])('%s does not count as an open panel', (_, page, windowId) => {
  connect(page, windowId)
  surfaces.open('popup', tab)
  expect(browser.action.openPopup).toHaveBeenCalledOnce()
})

test('an open results tab is reused, if possible in the same window', async () => {
  browser.tabs.query.mockResolvedValue([
    { id: 1, windowId: 7 },
    { id: 2, windowId: 8 },
  ])
  surfaces.open('tab', tab)
  surfaces.onChange(aSearch('a', Date.now()))
  await vi.waitFor(() =>
    expect(browser.tabs.update).toHaveBeenCalledExactlyOnceWith(2, { active: true, url: APP }),
  )
  expect(browser.tabs.create).not.toHaveBeenCalled()
})

test('a new one opens if there is none', async () => {
  surfaces.open('tab', tab)
  surfaces.onChange(aSearch('a', Date.now()))
  await vi.waitFor(() =>
    expect(browser.tabs.create).toHaveBeenCalledExactlyOnceWith({ url: APP, windowId: 8 }),
  )
})

describe('after a website was allowed', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())
  /** Until it neither tries nor looks any more. */
  const comeBack = async () => {
    const done = surfaces.returnAfterGrant()
    await vi.advanceTimersByTimeAsync(30_000)
    await done
  }
  const ask = (at = Date.now()) => grantRequestItem.setValue({ route: 'results', scrollTop: 0, at })

  test('the popup that asked opens again: the browser’s question has closed it', async () => {
    await ask()
    await comeBack()
    expect(browser.action.openPopup).toHaveBeenCalledOnce()
  })

  test('it is tried again while the window has no focus yet', async () => {
    browser.action.openPopup
      .mockRejectedValueOnce(new Error('Could not find an active browser window.'))
      .mockRejectedValueOnce(new Error('Could not find an active browser window.'))
    await ask()
    await comeBack()
    expect(browser.action.openPopup).toHaveBeenCalledTimes(3)
    expect(browser.action.setBadgeText).not.toHaveBeenCalled()
  })

  test('it opens once more where the window’s late focus has closed it at once, with what it asked for', async () => {
    browser.action.openPopup.mockImplementationOnce(async () => {
      const disconnect = connect('popup.html', 8)
      await grantRequestItem.setValue(null)
      setTimeout(disconnect, 250)
    })
    await ask()
    await comeBack()
    expect(browser.action.openPopup).toHaveBeenCalledTimes(2)
    expect(await grantRequestItem.getValue()).toMatchObject({ route: 'results' })
  })

  test('it does not where it is still open', async () => {
    await ask()
    connect('popup.html', 8)
    await comeBack()
    expect(browser.action.openPopup).not.toHaveBeenCalled()
  })

  test('nothing opens where no popup asked, or long ago', async () => {
    await comeBack()
    await ask(Date.now() - 3_600_000)
    await comeBack()
    expect(browser.action.openPopup).not.toHaveBeenCalled()
  })

  test('where the browser opens no popup, the badge shows the results, and no window opens', async () => {
    browser.action.openPopup.mockRejectedValue(new Error('no click'))
    surfaces.onChange(
      aSearch('a', Date.now(), { lists: { same: { ...EMPTY_LIST, state: 'done', total: 7 } } }),
    )
    connect('popup.html', 8)()
    await ask()
    await comeBack()
    expect(browser.action.setBadgeText).toHaveBeenLastCalledWith({ text: '7' })
    expect(browser.windows.create).not.toHaveBeenCalled()
  })
})
