import type { ClientUsage } from './clients/usage.ts'
import type { Dispatcher } from './dispatch/dispatcher.ts'
import type { EnvVars } from './env-vars.ts'

/** Everything that the platform hands to the worker. */
export interface Bindings extends EnvVars {
  DISPATCHER: DurableObjectNamespace<Dispatcher>
  USAGE: DurableObjectNamespace<ClientUsage>
}
