/** As many calls as a client may have waiting at the worker's queue. */
const MOST_AT_ONCE = 3

interface Turns {
  underWay: number
  waiting: (() => void)[]
}

/** Each search has its own: nothing of it waits for what is left of the one before. */
const turns = new WeakMap<AbortSignal, Turns>()

/** Does the work of a search when it is its turn: three at once, in the order in which they were wished. */
export async function withSearchSlot<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  const its = turns.get(signal) ?? { underWay: 0, waiting: [] }
  turns.set(signal, its)
  if (its.underWay >= MOST_AT_ONCE) await new Promise<void>((resolve) => its.waiting.push(resolve))
  else its.underWay++
  try {
    return await work()
  } finally {
    const next = its.waiting.shift()
    if (next) next()
    else its.underWay--
  }
}
