import { connectionCode } from '@find-on-1688/shared'
import type { Operator } from '@find-on-1688/shared/client'

/**
 * Creates the first client of a worker that has none. Resolves to its connection code, which is never shown again.
 *
 * @throws ApiError
 */
export async function createFirstClient(operator: Operator): Promise<string | undefined> {
  const { clients } = await operator.clients()
  if (clients.length > 0) return undefined
  const { key } = await operator.createClient({ name: 'First client' })
  return connectionCode({ address: operator.address, key })
}
