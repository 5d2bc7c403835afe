import type { Handler } from './context.ts'

/** Aborts `disconnect` where the platform notices that the caller is gone; a stream that notices aborts it as well. */
export const detectDisconnect: Handler = async (c, next) => {
  const disconnect = new AbortController()
  const abort = () => disconnect.abort()
  c.request.signal?.addEventListener('abort', abort, { once: true })
  if (c.request.signal?.aborted) abort()
  c.set('disconnect', disconnect)
  return next()
}
