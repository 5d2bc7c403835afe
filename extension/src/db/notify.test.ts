import { afterEach, expect, test, vi } from 'vitest'
import { announce, watchStore } from './notify.ts'

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

test('a change in this document is heard at once, once, and by those who watch that store', () => {
  const [searches, shortlist] = [watch('searches'), watch('shortlist')]
  announce('searches')
  expect(searches).toHaveBeenCalledTimes(1)
  expect(shortlist).not.toHaveBeenCalled()
})

test('a change in another view is heard, whether or not that one watches too, and no more than once', async () => {
  const other = await anotherView()
  const heard = watch('searches')
  other.announce('searches')
  await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(1))
  const theirs = vi.fn()
  ends.push(other.watchStore('searches', theirs))
  other.announce('searches')
  expect(theirs).toHaveBeenCalledTimes(1)
  await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(2))
  announce('searches')
  await vi.waitFor(() => expect(theirs).toHaveBeenCalledTimes(2))
  expect(heard).toHaveBeenCalledTimes(3)
})

test('who has stopped watching hears nothing more, and the others still do', async () => {
  const other = await anotherView()
  const [stopped, going] = [vi.fn(), watch('searches')]
  watchStore('searches', stopped)()
  other.announce('searches')
  await vi.waitFor(() => expect(going).toHaveBeenCalledTimes(1))
  announce('searches')
  expect(going).toHaveBeenCalledTimes(2)
  expect(stopped).not.toHaveBeenCalled()
})

test('the same callback may watch twice, and each ends by itself', () => {
  const heard = vi.fn()
  const end = watchStore('searches', heard)
  ends.push(watchStore('searches', heard))
  announce('searches')
  expect(heard).toHaveBeenCalledTimes(2)
  end()
  announce('searches')
  expect(heard).toHaveBeenCalledTimes(3)
})

test('what another version says of a store that is not known here changes nothing', async () => {
  const heard = watch('searches')
  const channel = new BroadcastChannel('find-on-1688')
  for (const message of [{ store: 'receipts' }, null, 'searches', { store: 'searches' }])
    channel.postMessage(message)
  await vi.waitFor(() => expect(heard).toHaveBeenCalled())
  expect(heard).toHaveBeenCalledTimes(1)
  channel.close()
})
