import { createMiddleware } from 'hono/factory'
import type { StoredClient } from '../clients/store.ts'

export interface RequestVariables {
  requestId: string
  client: StoredClient
}

/** Gives every request an id of its own, which its answer repeats in a header and in a problem's body. */
export const nameRequest = createMiddleware<{ Variables: RequestVariables }>(async (c, next) => {
  c.set('requestId', crypto.randomUUID())
  await next()
  c.header('X-Request-Id', c.get('requestId'))
  c.header('Cache-Control', 'no-store')
})
