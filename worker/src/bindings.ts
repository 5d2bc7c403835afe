import type { ClientUsage } from './clients/usage.ts'
import type { Dispatcher } from './dispatch/object.ts'

/** What the platform hands to the worker. Settings arrive as text and are checked in settings.ts only. */
export interface Bindings {
  CLIENTS: KVNamespace
  DISPATCHER: DurableObjectNamespace<Dispatcher>
  USAGE: DurableObjectNamespace<ClientUsage>
  PROVIDER?: string
  GATEWAY_URL?: string
  MAX_QPS?: string | number
  APP_KEY?: string
  APP_SECRET?: string
  ACCESS_TOKEN?: string
  REFRESH_TOKEN?: string
  ADMIN_TOKEN?: string
}
