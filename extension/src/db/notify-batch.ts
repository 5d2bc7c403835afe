const CHANNEL = 'find-on-1688-batches'

/** What has changed of a batch: rows by their indexes, or, without them, the batch itself. */
export interface BatchChange {
  batchId: string
  indexes?: number[]
}

const watchers = new Set<(change: BatchChange) => void>()
/** Open while something in this document watches. */
let channel: BroadcastChannel | undefined

/**
 * Calls back after each change of a batch, in this document or another one of the extension.
 *
 * @returns stops it
 */
export function watchBatches(callback: (change: BatchChange) => void): () => void {
  // The same callback may watch twice.
  const watcher = (change: BatchChange) => callback(change)
  watchers.add(watcher)
  channel ??= listening()
  return () => {
    watchers.delete(watcher)
    if (watchers.size > 0) return
    channel?.close()
    channel = undefined
  }
}

/** Reports a change. A channel does not receive its own messages, so this document is called directly. */
export function notifyBatch(change: BatchChange): void {
  callWatchers(change)
  const outgoing = channel ?? new BroadcastChannel(CHANNEL)
  outgoing.postMessage(change)
  if (outgoing !== channel) outgoing.close()
}

function listening(): BroadcastChannel {
  const opened = new BroadcastChannel(CHANNEL)
  opened.onmessage = ({ data }: MessageEvent<BatchChange>) => callWatchers(data)
  return opened
}

function callWatchers(change: BatchChange): void {
  for (const watcher of [...watchers]) watcher(change)
}
