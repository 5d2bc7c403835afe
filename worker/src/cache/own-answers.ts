const MAX_ANSWERS = 10_000

/** Until when the cache may hold what this isolate gave a client, the oldest first. */
const given = new Map<string, number>()

/**
 * Whether the client was given this answer before, as far as this isolate knows; from now on it was. Answers that only
 * others were given are not called cached, or they would tell that another client has asked lately.
 */
export function wasGiven(clientId: string, cacheKey: string, cacheSeconds: number, nowMs: number): boolean {
  const name = clientId + cacheKey
  const untilMs = given.get(name)
  if (untilMs !== undefined && untilMs > nowMs) return true
  given.delete(name)
  given.set(name, nowMs + cacheSeconds * 1000)
  const [oldest] = given.size > MAX_ANSWERS ? given.keys() : []
  if (oldest !== undefined) given.delete(oldest)
  return false
}
