import { beforeEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { callPageScript } from './call-page-script.ts'

const executeScript = vi.fn<(injection: { files?: string[] }) => Promise<unknown[]>>()

beforeEach(() => {
  fakeBrowser.reset()
  executeScript.mockReset()
  Object.assign(fakeBrowser, { scripting: { executeScript } })
})

const call = () => callPageScript({ tabId: 1, frameId: 0 }, 'gallery', 0, [], [])

test('a frame that was entered answers', async () => {
  executeScript.mockImplementation(async ({ files }) => [files ? { frameId: 0 } : { frameId: 0, result: [] }])
  expect(await call()).toEqual([])
})

test('a page of the browser throws, whether the browser rejects or answers with nothing', async () => {
  executeScript.mockResolvedValue([null])
  await expect(call()).rejects.toThrow('entered')
  executeScript.mockResolvedValue([])
  await expect(call()).rejects.toThrow('entered')
  executeScript.mockRejectedValue(new Error('Cannot access a chrome:// URL'))
  await expect(call()).rejects.toThrow('chrome://')
})
