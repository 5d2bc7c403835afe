import type { MiddlewareHandler } from 'hono'
import type { AppEnv } from '../app-env.ts'

/** Gives each request an id, which the answer repeats in a header and in a problem's body. */
export const assignRequestId: MiddlewareHandler<AppEnv> = async (c, next) => {
  c.set('requestId', crypto.randomUUID())
  await next()
  c.header('X-Request-Id', c.get('requestId'))
  const seconds = c.get('cacheSeconds')
  c.header('Cache-Control', seconds === undefined ? 'no-store' : `public, max-age=${seconds}`)
}
