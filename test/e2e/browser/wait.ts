import { setTimeout as sleep } from 'node:timers/promises'

/** How long anything may take on a machine that is busy with something else; it usually takes a fraction of a second. */
export const CEILING_MS = 30_000

/** Rejects with what was awaited once `timeoutMs` have passed; the promise itself is not stopped. */
export async function within<T>(timeoutMs: number, what: string, promise: Promise<T>): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Error(`Waited ${timeoutMs} ms for ${what}`)), timeoutMs)
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}

type Truthy<T> = Exclude<T, false | 0 | '' | null | undefined>

/** From question to question the pause grows, so that asking does not slow down what is awaited. */
const PAUSE = { firstMs: 40, growth: 1.25, longestMs: 160 }

/** Asks again until the answer is truthy. An answer that throws counts as "not yet" and is named in the error. */
export async function until<T>(
  what: string,
  ask: () => T | Promise<T>,
  { timeoutMs = CEILING_MS } = {},
): Promise<Truthy<T>> {
  const end = Date.now() + timeoutMs
  let last = 'there was no answer'
  let pauseMs = PAUSE.firstMs
  while (Date.now() < end) {
    try {
      const answer = await within(Math.max(1, end - Date.now()), 'an answer', Promise.resolve(ask()))
      if (answer) return answer as Truthy<T>
      last = `the last answer was ${JSON.stringify(answer)}`
    } catch (error) {
      // The one that the end cut off says nothing.
      if (Date.now() < end || pauseMs === PAUSE.firstMs)
        last = `the last answer failed: ${error instanceof Error ? error.message : error}`
    }
    await sleep(pauseMs)
    pauseMs = Math.min(pauseMs * PAUSE.growth, PAUSE.longestMs)
  }
  throw new Error(`Waited ${timeoutMs} ms for ${what}; ${last}`)
}
