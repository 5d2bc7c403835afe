import { useEffect, useState } from 'preact/hooks'
import type { WxtStorageItem } from 'wxt/utils/storage'

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
