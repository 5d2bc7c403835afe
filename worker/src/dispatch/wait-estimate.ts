export interface QueueOutlook {
  /** Until anything may be sent at all. */
  holdMs: number
  /** Between two calls. */
  gapMs: number
  /** From a call to its answer. */
  latencyMs: number
  /** When the next calls of searches under way will be ready; they go before everything that waits. */
  followUpsInMs: number[]
}

/**
 * How long a search behind `ahead` waits, simulated slot by slot: each search ahead takes one slot now and, if it makes
 * further calls, another one after each answer.
 *
 * @param ahead how many calls each search ahead still makes
 */
export function estimateWait(
  ahead: number[],
  { holdMs, gapMs, latencyMs, followUpsInMs }: QueueOutlook,
): number {
  const ready = [...followUpsInMs].sort((a, b) => a - b)
  let atMs = holdMs
  const sendReady = () => {
    while (ready.length > 0 && (ready[0] ?? 0) <= atMs) {
      ready.shift()
      atMs += gapMs
    }
  }
  for (const calls of ahead) {
    sendReady()
    for (let call = 1; call < calls; call++) ready.push(atMs + call * latencyMs)
    ready.sort((a, b) => a - b)
    atMs += gapMs
  }
  sendReady()
  return atMs
}
