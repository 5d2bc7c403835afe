import { beforeEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { openInItem } from '../model/preferences.ts'

const store = new Map<string, string>()

beforeEach(() => {
  fakeBrowser.reset()
  store.clear()
  vi.resetModules()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => store.get(key) ?? null,
    setItem: (key: string, value: string) => store.set(key, value),
  })
  return () => vi.unstubAllGlobals()
})

test('a background with a document knows the place from its first moment, out of the last one', async () => {
  const { followPlace, knownPlace } = await import('./open-in-memory.ts')
  expect(knownPlace()).toBeUndefined()
  await openInItem.setValue('panel')
  const onPlace = vi.fn()
  followPlace(onPlace)
  await vi.waitFor(() => expect(onPlace).toHaveBeenCalledWith('panel'))
  vi.resetModules()
  expect((await import('./open-in-memory.ts')).knownPlace()).toBe('panel')
})

test('what stands there and is no place is none', async () => {
  store.set('openIn', 'window')
  expect((await import('./open-in-memory.ts')).knownPlace()).toBeUndefined()
})

test('a background without such a store learns it', async () => {
  vi.stubGlobal('localStorage', undefined)
  const { followPlace, knownPlace } = await import('./open-in-memory.ts')
  await openInItem.setValue('tab')
  followPlace(() => {})
  await vi.waitFor(() => expect(knownPlace()).toBe('tab'))
})
