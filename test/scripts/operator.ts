import { createOperator, type Operator } from '@find-on-1688/shared/client'
import { savedAccess } from '../deploy/saved-access.ts'
import { DATA, readAccess } from '../serve/data-folder.ts'

/** The options of the commands that ask a worker. */
export const OPERATOR_OPTIONS = { worker: { type: 'string' }, data: { type: 'string' } } as const

/**
 * The operator of the worker at `--worker`, with the admin token from the environment or as `npm run deploy` saved it. Without
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
  try {
    // What is served listens on this machine, though perhaps not at a loopback address.
    return createOperator({ address: origin, adminToken }, { allowPlainHttp: origin === served?.worker })
  } catch (error) {
    return end((error as Error).message)
  }
}

/** What was asked for. Ends the command with the sentence of a failure. */
export function orEnd<T>(asked: Promise<T>): Promise<T> {
  return asked.catch((error: Error) => end(error.message))
}

export function end(message: string): never {
  console.error(message)
  process.exit(1)
}
