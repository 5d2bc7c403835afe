import { useEffect, useState } from 'preact/hooks'
import type { WxtStorageItem } from 'wxt/utils/storage'
import { type WatchedStore, watchStore } from '../../db/notify.ts'

/** What is stored, kept up to date; `undefined` until it was first read. */
export function useStored<T>(item: WxtStorageItem<T, Record<string, unknown>>): T | undefined {
  const [value, setValue] = useState<T>()
  useEffect(() => {
    const unwatch = item.watch((next) => setValue(() => next))
    // A change that arrives before the first reading is the newer one.
    item.getValue().then((first) => setValue((now) => now ?? first))
    return unwatch
  }, [item])
  return value
}

/** What a store holds, read again whenever anybody changes it; `undefined` until it was first read. */
export function useDatabase<T>(
  store: WatchedStore,
  read: () => Promise<T>,
  inputs: unknown[] = [],
): { value: T | undefined; failure: unknown } {
  const [state, setState] = useState<{ value?: T; failure?: unknown }>({})
  useEffect(() => {
    let isCurrent = true
    const again = () =>
      read().then(
        (value) => isCurrent && setState({ value }),
        (failure: unknown) => isCurrent && setState({ failure }),
      )
    again()
    const unwatch = watchStore(store, again)
    return () => {
      isCurrent = false
      unwatch()
    }
  }, [store, ...inputs])
  return { value: state.value, failure: state.failure }
}
