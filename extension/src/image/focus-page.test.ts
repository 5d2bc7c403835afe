import { beforeEach, expect, test } from 'vitest'
import { fakeSurfaces } from '../testing/fake-surfaces.ts'
import { withPageFocused } from './focus-page.ts'

let browser: ReturnType<typeof fakeSurfaces>
let order: unknown[]

beforeEach(() => {
  browser = fakeSurfaces()
  order = []
  browser.tabs.update.mockImplementation(async (id) => {
    order.push(id)
    return {}
  })
})

const work = async () => order.push('work')

test('a visible page is left alone', async () => {
  await withPageFocused(4, work)
  expect(order).toEqual(['work'])
})

test('a page behind the results tab comes to the front while needed, then the tab again', async () => {
  browser.tabs.get.mockResolvedValue({ active: false, windowId: 1 })
  browser.tabs.query.mockResolvedValue([{ id: 9, windowId: 1, active: true }])
  await withPageFocused(4, work)
  expect(order).toEqual([4, 'work', 9])
})

test('the tab also comes back after a failure', async () => {
  browser.tabs.get.mockResolvedValue({ active: false, windowId: 1 })
  browser.tabs.query.mockResolvedValue([{ id: 9, windowId: 1, active: true }])
  const failing = withPageFocused(4, () => Promise.reject(new Error('no')))
  await expect(failing).rejects.toThrow('no')
  expect(order).toEqual([4, 9])
})

test('another tab that the user has opened stays in front', async () => {
  browser.tabs.get.mockResolvedValue({ active: false, windowId: 1 })
  await withPageFocused(4, work)
  expect(order).toEqual(['work'])
})

test('a page that is gone is left alone', async () => {
  browser.tabs.get.mockRejectedValue(new Error('no tab'))
  await withPageFocused(4, work)
  await withPageFocused(-1, work)
  expect(order).toEqual(['work', 'work'])
})
