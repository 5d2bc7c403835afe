import { type ClientList, ClientListQuerySchema, NewClientSchema } from '@find-on-1688/shared'
import type { Context } from 'hono'
import type { AppEnv } from '../app-env.ts'
import { issueClient, listClients, removeClient } from '../clients/store.ts'
import { revokeUsage, searchesToday } from '../clients/usage.ts'
import { clientKeySecret, clientStore } from '../config.ts'
import { invalidRequest } from '../http/problems.ts'
import { readJson, validate, validateQuery } from '../http/validate.ts'

const MAX_BYTES = 4096

/** `POST /v1/admin/clients` */
export async function createClient(c: Context<AppEnv>): Promise<Response> {
  const newClient = validate(NewClientSchema, await readJson(c.req.raw, MAX_BYTES))
  return c.json(await issueClient(clientStore(c.env), newClient, clientKeySecret(c.env), Date.now()), 201)
}

/** `GET /v1/admin/clients`: a page of clients, each with its searches of the day. */
export async function listWithUsage(c: Context<AppEnv>): Promise<Response> {
  const { cursor } = validateQuery(ClientListQuerySchema, c.req.url)
  const page = await listClients(clientStore(c.env), cursor)
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
  if (!/^[0-9a-f]{16}$/.test(id) || !(await removeClient(clientStore(c.env), id)))
    throw invalidRequest('There is no client with this id.')
  await revokeUsage(c.env.USAGE, id)
  return c.body(null, 204)
}
