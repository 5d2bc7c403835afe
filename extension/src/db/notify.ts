export type WatchedStore = 'searches' | 'shortlist'

const CHANNEL = 'find-on-1688'

const watching: Record<WatchedStore, Set<() => void>> = { searches: new Set(), shortlist: new Set() }
/** Open for as long as somebody here watches. */
let channel: BroadcastChannel | undefined

/**
 * Calls back after each change of a store, by this document or by another of the extension's. Ends when the function it
 * returns is called.
 */
export function watchStore(store: WatchedStore, callback: () => void): () => void {
  const told = () => callback()
  watching[store].add(told)
  channel ??= listening()
  return () => {
    watching[store].delete(told)
    if (Object.values(watching).some(({ size }) => size > 0)) return
    channel?.close()
    channel = undefined
  }
}

/** Says that a store has changed. A channel does not hear itself, so this document is told directly. */
export function announce(store: WatchedStore): void {
  tell(store)
  const outgoing = channel ?? new BroadcastChannel(CHANNEL)
  outgoing.postMessage({ store })
  if (outgoing !== channel) outgoing.close()
}

function listening(): BroadcastChannel {
  const opened = new BroadcastChannel(CHANNEL)
  opened.onmessage = ({ data }: MessageEvent) => tell(data?.store)
  return opened
}

/** Tolerant: another version of the extension may know more stores. */
function tell(store: WatchedStore): void {
  for (const told of [...(watching[store] ?? [])]) told()
}
