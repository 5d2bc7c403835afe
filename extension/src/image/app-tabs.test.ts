import { beforeEach, expect, test } from 'vitest'
import { browser } from 'wxt/browser'
import { fakeSurfaces } from '../testing/fake-surfaces.ts'
import { appTabs } from './app-tabs.ts'

const APP = 'chrome-extension://us/app.html'
let fake: ReturnType<typeof fakeSurfaces>

beforeEach(() => {
  fake = fakeSurfaces()
})

const ids = async () => (await appTabs()).map(({ id }) => id)

test('a browser that tells the addresses of its tabs is asked for those of the app', async () => {
  fake.tabs.query.mockResolvedValue([{ id: 9, windowId: 1 }])
  fake.getContexts.mockResolvedValue([{ tabId: 9, documentUrl: `${APP}#results` }])
  expect(await ids()).toEqual([9])
  expect(fake.tabs.query).toHaveBeenCalledWith({ url: `${APP}*` })
})

test('where addresses are not told, the documents of the app say their tabs', async () => {
  fake.getContexts.mockResolvedValue([
    { tabId: 3, documentUrl: 'chrome-extension://us/options.html' },
    { tabId: 9, documentUrl: `${APP}#results` },
  ])
  fake.tabs.get.mockImplementation(async (id) => ({ id, active: false, windowId: 2 }))
  expect(await appTabs()).toEqual([{ id: 9, active: false, windowId: 2 }])
})

test('a tab that closes meanwhile is left out', async () => {
  fake.getContexts.mockResolvedValue([{ tabId: 9, documentUrl: APP }])
  fake.tabs.get.mockRejectedValue(new Error('No tab with id: 9.'))
  expect(await ids()).toEqual([])
})

test('a browser without contexts tells its tabs', async () => {
  Object.assign(browser.runtime, { getContexts: undefined })
  fake.tabs.query.mockResolvedValue([{ id: 9, windowId: 1 }])
  expect(await ids()).toEqual([9])
})
