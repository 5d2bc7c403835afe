import type { StoreName } from './schema.ts'

export type WatchedStore = 'searches' | 'shortlist' | 'products'

const CHANNEL = 'find-on-1688'

const watching: Record<WatchedStore, Set<() => void>> = {
  searches: new Set(),
  shortlist: new Set(),
  products: new Set(),
}
/** Open while something in this document watches. */
let channel: BroadcastChannel | undefined

/** What is not has watchers of its own, as batches do, or none. */
export function isWatched(store: StoreName): store is WatchedStore {
  return store in watching
}

/**
 * Calls back after each change of a store, in this document or another one of the extension.
 *
 * @returns stops it
 */
export function watchStore(store: WatchedStore, callback: () => void): () => void {
  // The same callback may watch twice.
  const watcher = () => callback()
  watching[store].add(watcher)
  channel ??= listening()
  return () => {
    watching[store].delete(watcher)
    if (Object.values(watching).some(({ size }) => size > 0)) return
    channel?.close()
    channel = undefined
  }
}

/** Reports that a store has changed. A channel does not receive its own messages, so this document is called directly. */
export function notifyChange(store: WatchedStore): void {
  callWatchers(store)
  const outgoing = channel ?? new BroadcastChannel(CHANNEL)
  outgoing.postMessage({ store })
  if (outgoing !== channel) outgoing.close()
}

function listening(): BroadcastChannel {
  const opened = new BroadcastChannel(CHANNEL)
  opened.onmessage = ({ data }: MessageEvent) => callWatchers(data?.store)
  return opened
}

/** Ignores unknown stores: another version of the extension may have more. */
function callWatchers(store: WatchedStore): void {
  for (const watcher of [...(watching[store] ?? [])]) watcher()
}
