import type { MiddlewareHandler } from 'hono'
import type { AppEnv } from '../app-env.ts'

/** Aborts `disconnect` where the platform notices that the caller is gone; a stream that notices aborts it as well. */
export const detectDisconnect: MiddlewareHandler<AppEnv> = async (c, next) => {
  const disconnect = new AbortController()
  const abort = () => disconnect.abort()
  c.req.raw.signal?.addEventListener('abort', abort, { once: true })
  if (c.req.raw.signal?.aborted) abort()
  c.set('disconnect', disconnect)
  await next()
}
