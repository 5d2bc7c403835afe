import type { Context } from 'hono'
import type { AppEnv } from '../app-env.ts'

let hits = 0

/**
 * Counts the answers that the cache gave without a dispatcher. The next search that needs one takes the count along, so
 * that counting costs no request of its own.
 *
 * @returns on a miss, the hits since the last miss
 */
export function countCacheUse(c: Context<AppEnv>, use: 'hit' | 'miss'): number {
  c.get('log').cache = use
  if (use === 'hit') return ++hits
  const taken = hits
  hits = 0
  return taken
}
