import { setTimeout as sleep } from 'node:timers/promises'
import { type Health, PATHS, type Problem } from '@find-on-1688/shared'

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
    const response = await fetch(address + PATHS.health)
    const body = (await response.json()) as Health | Problem
    if ('code' in body) return `The worker is not set up: ${body.detail}`
    if (!response.ok || body.service !== 'find-on-1688') return notOurs(address)
    if (!adminToken) return body
    const headers = { Authorization: `Bearer ${adminToken}` }
    const { status } = await fetch(address + PATHS.adminClients, { headers })
    return status === 401
      ? 'The worker has another ADMIN_TOKEN than the one here: put the right one into worker/.dev.vars and deploy again, which replaces it.'
      : body
  } catch {
    return notOurs(address)
  }
}

function notOurs(address: string): string {
  return `${address} does not answer yet, which a new address may take some minutes for: see whether ${address}${PATHS.health} does.`
}
