import {
  type ClientList,
  ClientListSchema,
  type IssuedClient,
  IssuedClientSchema,
  type NewClient,
} from '../client.ts'
import { type Doctor, DoctorSchema, type Metrics, MetricsSchema } from '../doctor.ts'
import { PATHS } from '../paths.ts'
import { checkAddress, checkSecret } from './address.ts'
import { type ClientOptions, queryOf, type RequestOptions, requester } from './client.ts'

const TIMEOUT_MS = 30_000
/** It makes several calls at each app key, one after the other. */
const DOCTOR_TIMEOUT_MS = 120_000

interface Access {
  address: string
  /** The worker's ADMIN_TOKEN. */
  adminToken: string
}

/** What the operator of a worker may do. All of them throw ApiError. */
export interface Operator {
  /** Of the worker, as in a connection code. */
  readonly address: string
  /** A page of clients, each with its searches of the day; `cursor` of the answer leads to the next. */
  clients(options?: RequestOptions & { cursor?: string | undefined }): Promise<ClientList>
  /** The key is in this answer only: if it is lost, revoke the client and create another. */
  createClient(client: NewClient, options?: RequestOptions): Promise<IssuedClient>
  revoke(id: string, options?: RequestOptions): Promise<void>
  /** What works with 1688. Makes calls there, and takes up to a minute. */
  doctor(options?: RequestOptions): Promise<Doctor>
  metrics(options?: RequestOptions): Promise<Metrics>
}

/** @throws ApiError `invalid_connection` */
export function createOperator({ address, adminToken }: Access, options: ClientOptions = {}): Operator {
  const base = checkAddress(address, options)
  const ask = requester(base, options)
  const common = { secret: checkSecret(adminToken, 'ADMIN_TOKEN'), timeoutMs: TIMEOUT_MS }
  return {
    address: base,
    clients: ({ cursor, ...each } = {}) => {
      const path = PATHS.adminClients + queryOf({ cursor })
      return ask('read', { ...common, path, schema: ClientListSchema }, each)
    },
    createClient: (client, each = {}) => {
      const content = { body: JSON.stringify(client), contentType: 'application/json' }
      const request = { method: 'POST', path: PATHS.adminClients, schema: IssuedClientSchema } as const
      return ask('change', { ...common, ...content, ...request }, each)
    },
    revoke: (id, each = {}) => {
      const path = `${PATHS.adminClients}/${encodeURIComponent(id)}`
      return ask<void>('change', { ...common, method: 'DELETE', path, schema: undefined }, each)
    },
    doctor: (each = {}) => {
      const request = { path: PATHS.adminDoctor, schema: DoctorSchema, timeoutMs: DOCTOR_TIMEOUT_MS }
      return ask('change', { ...common, ...request }, each)
    },
    metrics: (each = {}) => ask('read', { ...common, path: PATHS.adminMetrics, schema: MetricsSchema }, each),
  }
}
