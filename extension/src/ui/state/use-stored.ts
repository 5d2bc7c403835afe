import { useEffect, useState } from 'preact/hooks'
import type { WxtStorageItem } from 'wxt/utils/storage'
import { type WatchedStore, watchStore } from '../../db/notify.ts'

/** A stored item, kept up to date; `undefined` until it has been read. */
export function useStored<T>(item: WxtStorageItem<T, Record<string, unknown>>): T | undefined {
  const [value, setValue] = useState<T>()
  useEffect(() => {
    const unwatch = item.watch((next) => setValue(() => next))
    // A change that arrives before the first read is newer than what was read.
    item.getValue().then((first) => setValue((now) => now ?? first))
    return unwatch
  }, [item])
  return value
}

/** What a database store contains, kept up to date; `undefined` until it has been read. */
export function useDatabase<T>(
  store: WatchedStore,
  read: () => Promise<T>,
  inputs: unknown[] = [],
): { value: T | undefined; failure: unknown } {
  const [state, setState] = useState<{ value?: T; failure?: unknown }>({})
  useEffect(() => {
    let isCurrent = true
    const readAgain = () =>
      read().then(
        (value) => isCurrent && setState({ value }),
        (failure: unknown) => isCurrent && setState({ failure }),
      )
    readAgain()
    const unwatch = watchStore(store, readAgain)
    return () => {
      isCurrent = false
      unwatch()
    }
  }, [store, ...inputs])
  return { value: state.value, failure: state.failure }
}
