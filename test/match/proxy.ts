import {
  type Health,
  HealthSchema,
  PATHS,
  type Problem,
  type Rates,
  RatesSchema,
  type Usage,
  UsageSchema,
} from '@find-on-1688/shared'
import type { Settings } from './arguments.ts'
import { causeOf, StopError } from './search.ts'

const TIMEOUT_MS = 15_000

/** What the proxy says of itself, of the client and of exchange rates. */
export interface Proxy {
  health: Health
  usage: Usage
  /** Missing if it has none now: nothing is converted then. */
  rates: Rates | undefined
}

type Address = Pick<Settings, 'worker' | 'clientKey'>

/** @throws StopError if it does not answer, refuses the key, or is not set up */
export async function askProxy(signal: AbortSignal, settings: Address): Promise<Proxy> {
  const [health, usage] = [
    await ask<Health>(signal, settings, PATHS.health, HealthSchema),
    await ask<Usage>(signal, settings, PATHS.usage, UsageSchema),
  ]
  const rates = await ask<Rates>(signal, settings, PATHS.rates, RatesSchema).catch(() => undefined)
  signal.throwIfAborted()
  return { health, usage, rates }
}

interface Schema {
  '~standard': { validate(value: unknown): unknown }
}

async function ask<T>(
  signal: AbortSignal,
  { worker, clientKey }: Address,
  path: string,
  schema: Schema,
): Promise<T> {
  const response = await fetch(worker + path, {
    headers: { Authorization: `Bearer ${clientKey}` },
    redirect: 'error',
    signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
  }).catch((error: unknown) => {
    signal.throwIfAborted()
    throw new StopError({ code: 'proxy_unreachable', detail: causeOf(error) })
  })
  const body: unknown = await response.json().catch(() => undefined)
  if (response.ok) {
    const { issues } = (await schema['~standard'].validate(body)) as { issues?: unknown }
    if (!issues) return body as T
  }
  const { code, detail } = (body ?? {}) as Partial<Problem>
  if (code) throw new StopError({ code, detail: detail ?? code })
  throw new StopError({ code: 'proxy_bad_answer', detail: `HTTP ${response.status}` })
}
