import type { ClientUsage } from './clients/usage.ts'
import type { Dispatcher } from './dispatch/dispatcher.ts'

/** What the platform hands to the worker. Settings arrive as text and are checked in settings.ts only. */
export interface Bindings {
  CLIENTS: KVNamespace
  /** Answers that may be given again; none is kept without it. */
  ANSWERS?: KVNamespace
  DISPATCHER: DurableObjectNamespace<Dispatcher>
  USAGE: DurableObjectNamespace<ClientUsage>
  PROVIDER?: string
  GATEWAY_URL?: string
  MAX_QPS?: string | number
  CACHE_SECONDS?: string | number
  OFFER_CACHE_SECONDS?: string | number
  RATES_URL?: string
  APP_KEY?: string
  APP_SECRET?: string
  ACCESS_TOKEN?: string
  REFRESH_TOKEN?: string
  /** Instead of these four, several apps as JSON. */
  APP_KEYS?: string
  ADMIN_TOKEN?: string
  /** What answers are signed with: a private JWK, or several, as JSON. */
  ATTESTATION_KEY?: string
  /** One data point a request, where it is bound. */
  METRICS?: AnalyticsEngineDataset
}
