import { beforeEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { proxyItem } from '../model/stored-items.ts'
import { fakeSurfaces } from '../testing/fake-surfaces.ts'
import { openWelcomeOnInstall } from './open-welcome.ts'

let browser: ReturnType<typeof fakeSurfaces>
let installed: (details: { reason: string }) => Promise<void>

beforeEach(() => {
  browser = fakeSurfaces()
  vi.spyOn(fakeBrowser.runtime.onInstalled, 'addListener').mockImplementation((listener) => {
    installed = listener as never
  })
  openWelcomeOnInstall()
})

test('installing opens the set-up page', async () => {
  await installed({ reason: 'install' })
  expect(browser.tabs.create).toHaveBeenCalledExactlyOnceWith({
    url: 'chrome-extension://us/app.html#welcome',
  })
})

test('an update does not', async () => {
  await installed({ reason: 'update' })
  await installed({ reason: 'chrome_update' })
  expect(browser.tabs.create).not.toHaveBeenCalled()
})

test('nor does a build that comes with settings', async () => {
  await proxyItem.setValue({ address: 'https://proxy.example', clientKey: 'key' })
  await installed({ reason: 'install' })
  expect(browser.tabs.create).not.toHaveBeenCalled()
})
