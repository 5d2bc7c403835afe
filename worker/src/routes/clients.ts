import { AppError, NewClientSchema } from '@find-on-1688/shared'
import type { Context } from 'hono'
import type { AppEnv } from '../app.ts'
import { issueClient } from '../clients/store.ts'
import { readBody } from '../http/body.ts'
import { validate } from '../http/validate.ts'
import { notConfigured } from '../settings.ts'

const MAX_BYTES = 4096

/** `POST /v1/admin/clients` */
export async function createClient(c: Context<AppEnv>): Promise<Response> {
  if (!c.env.CLIENTS) throw notConfigured([{ name: 'CLIENTS', fault: 'is not bound to a KV namespace' }])
  const wish = validate(NewClientSchema, await readJson(c.req.raw))
  return c.json(await issueClient(c.env.CLIENTS, wish, Date.now()), 201)
}

async function readJson(request: Request): Promise<unknown> {
  const tooLarge = () => new AppError('invalid_request', `The body may have at most ${MAX_BYTES} bytes.`)
  const bytes = await readBody(request, MAX_BYTES, tooLarge)
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    throw new AppError('invalid_request', 'The body is not JSON.')
  }
}
