import { NewClientSchema } from '@find-on-1688/shared'
import type { Context } from 'hono'
import type { AppEnv } from '../app.ts'
import { issueClient } from '../clients/store.ts'
import { readJson, validate } from '../http/validate.ts'
import { notConfigured } from '../settings.ts'

const MAX_BYTES = 4096

/** `POST /v1/admin/clients` */
export async function createClient(c: Context<AppEnv>): Promise<Response> {
  if (!c.env.CLIENTS) throw notConfigured([{ name: 'CLIENTS', fault: 'is not bound to a KV namespace' }])
  const wish = validate(NewClientSchema, await readJson(c.req.raw, MAX_BYTES))
  return c.json(await issueClient(c.env.CLIENTS, wish, Date.now()), 201)
}
