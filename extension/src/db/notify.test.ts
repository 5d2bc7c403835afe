import { afterEach, expect, test, vi } from 'vitest'
import { notifyChange, watchStore } from './notify.ts'

const ends: (() => void)[] = []

function watch(store: 'searches' | 'shortlist') {
  const heard = vi.fn()
  ends.push(watchStore(store, heard))
  return heard
}

/** Another document of the extension: the same module once more. */
async function anotherView(): Promise<typeof import('./notify.ts')> {
  vi.resetModules()
  return import('./notify.ts')
}

afterEach(() => {
  for (const end of ends.splice(0)) end()
})

test('a change in this document is reported at once, once, to watchers of that store', () => {
  const [searches, shortlist] = [watch('searches'), watch('shortlist')]
  notifyChange('searches')
  expect(searches).toHaveBeenCalledTimes(1)
  expect(shortlist).not.toHaveBeenCalled()
})

test('a change in another view is reported once, whether or not that view watches too', async () => {
  const other = await anotherView()
  const heard = watch('searches')
  other.notifyChange('searches')
  await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(1))
  const theirs = vi.fn()
  ends.push(other.watchStore('searches', theirs))
  other.notifyChange('searches')
  expect(theirs).toHaveBeenCalledTimes(1)
  await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(2))
  notifyChange('searches')
  await vi.waitFor(() => expect(theirs).toHaveBeenCalledTimes(2))
  expect(heard).toHaveBeenCalledTimes(3)
})

test('a watcher that has stopped is not called, and the others still are', async () => {
  const other = await anotherView()
  const [stopped, going] = [vi.fn(), watch('searches')]
  watchStore('searches', stopped)()
  other.notifyChange('searches')
  await vi.waitFor(() => expect(going).toHaveBeenCalledTimes(1))
  notifyChange('searches')
  expect(going).toHaveBeenCalledTimes(2)
  expect(stopped).not.toHaveBeenCalled()
})

test('the same callback may watch twice, and each watch ends on its own', () => {
  const heard = vi.fn()
  const end = watchStore('searches', heard)
  ends.push(watchStore('searches', heard))
  notifyChange('searches')
  expect(heard).toHaveBeenCalledTimes(2)
  end()
  notifyChange('searches')
  expect(heard).toHaveBeenCalledTimes(3)
})

test('an unknown store in another version’s message is ignored', async () => {
  const heard = watch('searches')
  const channel = new BroadcastChannel('find-on-1688')
  for (const message of [{ store: 'receipts' }, null, 'searches', { store: 'searches' }])
    channel.postMessage(message)
  await vi.waitFor(() => expect(heard).toHaveBeenCalled())
  expect(heard).toHaveBeenCalledTimes(1)
  channel.close()
})
