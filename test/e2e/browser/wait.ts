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

/** Asks again until the answer is truthy. An answer that throws counts as "not yet" and is named in the error. */
export async function until<T>(
  what: string,
  ask: () => T | Promise<T>,
  { timeoutMs = CEILING_MS, everyMs = 40 } = {},
): Promise<Truthy<T>> {
  const end = Date.now() + timeoutMs
  let last = 'the last answer was falsy'
  while (Date.now() < end) {
    try {
      const answer = await within(Math.max(1, end - Date.now()), 'an answer', Promise.resolve(ask()))
      if (answer) return answer as Truthy<T>
      last = `the last answer was ${JSON.stringify(answer)}`
    } catch (error) {
      last = `the last answer failed: ${error instanceof Error ? error.message : error}`
    }
    await sleep(everyMs)
  }
  throw new Error(`Waited ${timeoutMs} ms for ${what}; ${last}`)
}
