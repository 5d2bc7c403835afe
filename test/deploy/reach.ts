import { setTimeout as sleep } from 'node:timers/promises'
import { type Health, PATHS } from '@find-on-1688/shared'
import { ApiError, createClient, createOperator } from '@find-on-1688/shared/client'

export interface WaitOptions {
  /** How long a new address may take. */
  patienceMs?: number
  intervalMs?: number
  onWait?(): void
  /** Opens the operator's routes; a new one reaches all locations within seconds. */
  adminToken?: string | undefined
}

/**
 * Waits until the worker answers at its address, which a new one does after seconds or minutes.
 *
 * @throws Error with a sentence for people: it answers, but is not set up; it does not answer
 */
export async function waitForWorker(address: string, options: WaitOptions = {}): Promise<Health> {
  const { patienceMs = 180_000, intervalMs = 2000, onWait = () => {}, adminToken } = options
  const endMs = performance.now() + patienceMs
  for (let attempt = 1; ; attempt++) {
    const answer = await ask(address, adminToken)
    if (typeof answer === 'object') return answer
    if (performance.now() >= endMs) throw new Error(answer)
    if (attempt === 2) onWait()
    await sleep(intervalMs)
  }
}

/** The worker's health, or why there is none. */
async function ask(address: string, adminToken: string | undefined): Promise<Health | string> {
  try {
    const health = await createClient({ address }, ONCE).health()
    if (!adminToken) return health
    const listed = createOperator({ address, adminToken }, ONCE).clients()
    return await listed.then(
      () => health,
      (error: unknown) => {
        if (error instanceof ApiError && error.code === 'unauthorized')
          return 'The worker has another ADMIN_TOKEN than the one here: put the right one into worker/.dev.vars and deploy again, which replaces it.'
        if (isOfWorker(error)) return health
        throw error
      },
    )
  } catch (error) {
    return isOfWorker(error) ? `The worker is not set up: ${error.detail}` : notOurs(address)
  }
}

/** How long to wait is decided above. */
const ONCE = { retries: { attempts: 1 } }

/** It answered, with a failure of its own. */
function isOfWorker(error: unknown): error is ApiError {
  return error instanceof ApiError && error.requestId !== undefined
}

function notOurs(address: string): string {
  return `${address} does not answer yet, which a new address may take some minutes for: see whether ${address}${PATHS.health} does.`
}
