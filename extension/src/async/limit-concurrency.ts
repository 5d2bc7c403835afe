/**
 * Runs the work for each item, in order and at most `atOnce` at a time. Starts nothing more once the signal is aborted.
 * Rejects with the first failure.
 */
export async function limitConcurrency<Item>(
  signal: AbortSignal,
  atOnce: number,
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
): Promise<void> {
  let next = 0
  const worker = async () => {
    while (next < items.length && !signal.aborted) await work(items[next++] as Item)
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker))
}
