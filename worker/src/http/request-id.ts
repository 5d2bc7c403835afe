import type { ErrorCode } from '@find-on-1688/shared'
import { createMiddleware } from 'hono/factory'
import type { StoredClient } from '../clients/store.ts'
import type { Presence } from './client-disconnect.ts'
import type { Trace } from './request-log.ts'

export interface RequestVariables {
  requestId: string
  client: StoredClient
  presence: Presence
  trace: Trace
  /** How long anybody may keep the answer; without it nobody may. */
  keepSeconds: number | undefined
  /** How the request failed. */
  code: ErrorCode
}

/** Gives every request an id of its own, which its answer repeats in a header and in a problem's body. */
export const nameRequest = createMiddleware<{ Variables: RequestVariables }>(async (c, next) => {
  c.set('requestId', crypto.randomUUID())
  await next()
  c.header('X-Request-Id', c.get('requestId'))
  const seconds = c.get('keepSeconds')
  c.header('Cache-Control', seconds === undefined ? 'no-store' : `public, max-age=${seconds}`)
})
