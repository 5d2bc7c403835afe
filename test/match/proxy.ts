import type { Health, Rates, Usage } from '@find-on-1688/shared'
import { createClient } from '@find-on-1688/shared/client'
import type { Settings } from './arguments.ts'
import { failureOf } from './failure.ts'
import { StopError } from './search.ts'

/** What the proxy says of itself, of the client and of exchange rates. */
export interface Proxy {
  health: Health
  usage: Usage
  /** Missing if it has none now: nothing is converted then. */
  rates: Rates | undefined
}

/** @throws StopError if it does not answer, refuses the key, or is not set up; the signal's reason */
export async function askProxy(
  signal: AbortSignal,
  { worker, clientKey }: Pick<Settings, 'worker' | 'clientKey'>,
): Promise<Proxy> {
  const client = createClient({ address: worker, key: clientKey })
  const orStop = (error: unknown) => {
    signal.throwIfAborted()
    throw new StopError(failureOf(error))
  }
  const health = await client.health({ signal }).catch(orStop)
  const usage = await client.usage({ signal }).catch(orStop)
  const rates = await client.rates({ signal }).catch(() => undefined)
  signal.throwIfAborted()
  return { health, usage, rates }
}
