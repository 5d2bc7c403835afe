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
  const { followOpenIn, rememberedOpenIn } = await import('./open-in-memory.ts')
  expect(rememberedOpenIn()).toBeUndefined()
  await openInItem.setValue('panel')
  const onPlace = vi.fn()
  followOpenIn(onPlace)
  await vi.waitFor(() => expect(onPlace).toHaveBeenCalledWith('panel'))
  vi.resetModules()
  expect((await import('./open-in-memory.ts')).rememberedOpenIn()).toBe('panel')
})

test('an unknown stored value is ignored', async () => {
  store.set('openIn', 'window')
  expect((await import('./open-in-memory.ts')).rememberedOpenIn()).toBeUndefined()
})

test('a background without localStorage learns it from storage', async () => {
  vi.stubGlobal('localStorage', undefined)
  const { followOpenIn, rememberedOpenIn } = await import('./open-in-memory.ts')
  await openInItem.setValue('tab')
  followOpenIn(() => {})
  await vi.waitFor(() => expect(rememberedOpenIn()).toBe('tab'))
})
