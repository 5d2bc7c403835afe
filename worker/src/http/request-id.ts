import type { Handler } from './context.ts'

/** Gives each request an id, which the answer repeats in a header and in a problem's body. */
export const assignRequestId: Handler = async (c, next) => {
  c.set('requestId', crypto.randomUUID())
  const response = await next()
  response.headers.set('X-Request-Id', c.get('requestId'))
  const seconds = c.get('cacheSeconds')
  response.headers.set('Cache-Control', seconds === undefined ? 'no-store' : `public, max-age=${seconds}`)
  return response
}
