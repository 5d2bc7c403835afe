/** As many calls as one client may have waiting in the worker's queue. */
const MAX_AT_ONCE = 3

interface Slots {
  taken: number
  waiting: (() => void)[]
}

/** Each search has its own, so it waits for nothing of the search before. */
const slots = new WeakMap<AbortSignal, Slots>()

/** Runs the work of a search when a slot is free: three at once, in the order of the calls. */
export async function withSearchSlot<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  const own = slots.get(signal) ?? { taken: 0, waiting: [] }
  slots.set(signal, own)
  if (own.taken >= MAX_AT_ONCE) await new Promise<void>((resolve) => own.waiting.push(resolve))
  else own.taken++
  try {
    return await work()
  } finally {
    const next = own.waiting.shift()
    if (next) next()
    else own.taken--
  }
}
