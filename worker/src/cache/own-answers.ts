import { createRecent } from '../recent.ts'

const MAX_ANSWERS = 10_000

/** What this isolate gave clients, as long as the cache may hold it. */
const given = createRecent<true>(MAX_ANSWERS)

/**
 * Whether the client was given this answer before, as far as this isolate knows; from now on it was. Answers that only
 * others were given are not called cached, or they would tell that another client has asked lately.
 */
export function wasGiven(clientId: string, cacheKey: string, cacheSeconds: number, nowMs: number): boolean {
  const name = clientId + cacheKey
  if (given.get(name, nowMs)) return true
  given.put(name, true, nowMs + cacheSeconds * 1000)
  return false
}
