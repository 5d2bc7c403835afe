/**
 * Does the work for each of the items, begun in their order and with at most `atOnce` under way. Begins nothing more
 * once the signal is aborted. Rejects with the first failure of the work.
 */
export async function limitConcurrency<Item>(
  signal: AbortSignal,
  atOnce: number,
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
): Promise<void> {
  let next = 0
  const goOn = async () => {
    while (next < items.length && !signal.aborted) await work(items[next++] as Item)
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, goOn))
}
