import { beforeEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { openInItem } from '../model/stored-items.ts'

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

test('a background with a document knows the setting at once, from the last time', async () => {
  const { watchOpenIn, cachedOpenIn } = await import('./cached-open-in.ts')
  expect(cachedOpenIn()).toBeUndefined()
  await openInItem.setValue('panel')
  const onPlace = vi.fn()
  watchOpenIn(onPlace)
  await vi.waitFor(() => expect(onPlace).toHaveBeenCalledWith('panel'))
  vi.resetModules()
  expect((await import('./cached-open-in.ts')).cachedOpenIn()).toBe('panel')
})

test('an unknown stored value is ignored', async () => {
  store.set('openIn', 'window')
  expect((await import('./cached-open-in.ts')).cachedOpenIn()).toBeUndefined()
})

test('a background without localStorage learns it from storage', async () => {
  vi.stubGlobal('localStorage', undefined)
  const { watchOpenIn, cachedOpenIn } = await import('./cached-open-in.ts')
  await openInItem.setValue('tab')
  watchOpenIn(() => {})
  await vi.waitFor(() => expect(cachedOpenIn()).toBe('tab'))
})
