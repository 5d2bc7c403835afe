import type { Problem } from '@find-on-1688/shared'
import { savedAccess } from '../deploy/saved-access.ts'
import { DATA, readAccess } from '../serve/data-folder.ts'

export interface Operator {
  worker: string
  adminToken: string
}

/** The options of the commands that ask a worker. */
export const OPERATOR_OPTIONS = { worker: { type: 'string' }, data: { type: 'string' } } as const

/**
 * The worker's URL, from `--worker`, and the admin token, from the environment or as `npm run deploy` saved it. Without
 * `--worker` it is the one that `npm run serve` serves; with `--data`, the token too is that of the service that uses this
 * folder. Ends the command if one is missing.
 */
export function operatorOf({ worker, data }: { worker?: string; data?: string }): Operator {
  const served = worker === undefined || data !== undefined ? readAccess(data ?? DATA) : undefined
  if (data !== undefined && !served) end(`Nothing has been served with --data ${data} yet.`)
  const address = worker ?? served?.worker
  if (!address || !URL.canParse(address))
    end('--worker is the address of your worker, such as https://find-on-1688.example.workers.dev')
  const { origin } = new URL(address)
  const adminToken =
    served?.adminToken ?? (process.env.ADMIN_TOKEN || savedAccess({ worker: origin })?.adminToken)
  if (!adminToken) end('Set the environment variable ADMIN_TOKEN to the ADMIN_TOKEN of your worker.')
  return { worker: origin, adminToken }
}

/** The worker's answer. Ends the command with the worker's error message if the request failed. */
export function askWorker<T>(operator: Operator, path: string, body?: unknown): Promise<T> {
  return requestWorker<T>(operator, path, body).catch((error: Error) => end(error.message))
}

/** The worker's answer. @throws Error with the worker's error message */
export async function requestWorker<T>(
  { worker, adminToken }: Operator,
  path: string,
  body?: unknown,
): Promise<T> {
  const init: RequestInit = {
    headers: { Authorization: `Bearer ${adminToken}`, 'Content-Type': 'application/json' },
    ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
  }
  const response = await fetch(worker + path, init).catch(() => {
    throw new Error(`No worker answers at ${worker}.`)
  })
  const answer: unknown = await response.json().catch(() => undefined)
  if (response.ok && answer !== undefined) return answer as T
  const { code, detail } = (answer ?? {}) as Partial<Problem>
  throw new Error(
    code
      ? `${detail} (${code})`
      : `${worker} answered with HTTP ${response.status}, and not as this worker does.`,
  )
}

export function end(message: string): never {
  console.error(message)
  process.exit(1)
}
