import { AppError, type ClientList, ClientListQuerySchema, NewClientSchema } from '@find-on-1688/shared'
import type { Context } from 'hono'
import type { AppEnv } from '../app-env.ts'
import { issueClient, listClients, removeClient } from '../clients/store.ts'
import { revokeUsage, searchesToday } from '../clients/usage.ts'
import { clientKeySecret, notConfigured } from '../config.ts'
import { readJson, validate, validateQuery } from '../http/validate.ts'

const MAX_BYTES = 4096

/** `POST /v1/admin/clients` */
export async function createClient(c: Context<AppEnv>): Promise<Response> {
  const newClient = validate(NewClientSchema, await readJson(c.req.raw, MAX_BYTES))
  return c.json(await issueClient(storeOf(c), newClient, clientKeySecret(c.env), Date.now()), 201)
}

/** `GET /v1/admin/clients`: a page of clients, each with its searches of the day. */
export async function listWithUsage(c: Context<AppEnv>): Promise<Response> {
  const { cursor } = validateQuery(ClientListQuerySchema, c.req.url)
  const page = await listClients(storeOf(c), cursor)
  const clients = page.clients.map(async (client) => {
    const { used } = await searchesToday(c.env.USAGE, client)
    return { ...client, searchesToday: used }
  })
  const answer: ClientList = { clients: await Promise.all(clients), cursor: page.cursor }
  return c.json(answer)
}

/** `DELETE /v1/admin/clients/{id}`: searches are refused at once, everything else within a minute. */
export async function revokeClient(c: Context<AppEnv>): Promise<Response> {
  const id = c.req.param('id') ?? ''
  if (!/^[0-9a-f]{16}$/.test(id) || !(await removeClient(storeOf(c), id)))
    throw new AppError('invalid_request', 'There is no client of this id.')
  await revokeUsage(c.env.USAGE, id)
  return c.body(null, 204)
}

function storeOf(c: Context<AppEnv>): KVNamespace {
  if (!c.env.CLIENTS) throw notConfigured([{ name: 'CLIENTS', fault: 'is not bound to a KV namespace' }])
  return c.env.CLIENTS
}
