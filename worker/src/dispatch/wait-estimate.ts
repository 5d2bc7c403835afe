export interface Outlook {
  /** Until anything may leave at all. */
  holdMs: number
  /** Between two departures. */
  gapMs: number
  /** From a departure to its answer. */
  latencyMs: number
  /** When the next calls of searches that are under way will be ready; they go before everybody who waits. */
  followUpsInMs: number[]
}

/**
 * How long whoever stands behind `ahead` waits, played through slot by slot: each search ahead takes one slot now and,
 * where it makes further calls, others once the answer to the one before is there.
 *
 * @param ahead how many calls each search ahead still makes
 */
export function waitBehind(ahead: number[], { holdMs, gapMs, latencyMs, followUpsInMs }: Outlook): number {
  const ready = [...followUpsInMs].sort((a, b) => a - b)
  let atMs = holdMs
  const letReadyGo = () => {
    while (ready.length > 0 && (ready[0] ?? 0) <= atMs) {
      ready.shift()
      atMs += gapMs
    }
  }
  for (const calls of ahead) {
    letReadyGo()
    for (let further = 1; further < calls; further++) ready.push(atMs + further * latencyMs)
    ready.sort((a, b) => a - b)
    atMs += gapMs
  }
  letReadyGo()
  return atMs
}
