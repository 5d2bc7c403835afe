import { createMiddleware } from 'hono/factory'
import type { AppEnv } from '../app.ts'

/** Whether the caller is still there. */
export interface Presence {
  signal: AbortSignal
  leave(): void
}

/** A signal that aborts once the caller is gone, whether the platform or a stream notices first. */
export const noticeLeaving = createMiddleware<AppEnv>(async (c, next) => {
  const gone = new AbortController()
  const leave = () => gone.abort()
  c.req.raw.signal?.addEventListener('abort', leave, { once: true })
  if (c.req.raw.signal?.aborted) leave()
  c.set('presence', { signal: gone.signal, leave })
  await next()
})
