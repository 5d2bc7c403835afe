import type { Context } from 'hono'
import type { AppEnv } from '../app-env.ts'

let hits = 0

/**
 * Counts what the cache answered without any object. The next search that needs one takes the number along, so that
 * counting costs no call of its own.
 */
export function noteCacheUse(c: Context<AppEnv>, use: 'hit' | 'miss'): number {
  c.get('log').cache = use
  if (use === 'hit') return ++hits
  const taken = hits
  hits = 0
  return taken
}
