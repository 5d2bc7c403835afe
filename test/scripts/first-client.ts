import {
  type ClientList,
  connectionCode,
  type IssuedClient,
  type NewClient,
  PATHS,
} from '@find-on-1688/shared'
import { type Operator, requestWorker } from './operator.ts'

/**
 * Creates the first client of a worker that has none. Resolves to its connection code, which is never shown again.
 *
 * @throws Error with the worker's error message
 */
export async function createFirstClient(operator: Operator): Promise<string | undefined> {
  const { clients } = await requestWorker<ClientList>(operator, PATHS.adminClients)
  if (clients.length > 0) return undefined
  const first: NewClient = { name: 'First client' }
  const { key } = await requestWorker<IssuedClient>(operator, PATHS.adminClients, first)
  return connectionCode({ address: operator.worker, key })
}
