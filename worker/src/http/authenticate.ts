import { AppError } from '@find-on-1688/shared'
import type { MiddlewareHandler } from 'hono'
import type { AppEnv } from '../app-env.ts'
import { findClient } from '../clients/store.ts'
import { unauthorizedClient } from '../clients/usage.ts'
import { adminTokenFault, clientKeySecret, clientStore, notConfigured } from '../config.ts'
import { sameSecret } from '../hash.ts'

/** Refuses a request without a valid client key before reading any of its body. */
export const authenticateClient: MiddlewareHandler<AppEnv> = async (c, next) => {
  const store = clientStore(c.env)
  const key = bearer(c.req.header('Authorization'))
  const client = key && (await findClient(store, key, clientKeySecret(c.env), Date.now()))
  if (!client) throw unauthorizedClient()
  c.set('client', client)
  await next()
}

export const authenticateAdmin: MiddlewareHandler<AppEnv> = async (c, next) => {
  const fault = adminTokenFault(c.env)
  if (fault) throw notConfigured([fault])
  const token = bearer(c.req.header('Authorization'))
  if (!token || !(await sameSecret(token, c.env.ADMIN_TOKEN ?? '')))
    throw new AppError('unauthorized', 'The admin token is missing or invalid.')
  await next()
}

function bearer(header: string | undefined): string | undefined {
  return header?.match(/^Bearer +([\x21-\x7e]{1,512})$/i)?.[1]
}
