/** The worker's settings, and the bindings that name no class of its own. Settings arrive as text; config.ts alone checks them. */
export interface EnvVars {
  CLIENTS: KVNamespace
  /** Cached answers; without it nothing is cached. */
  ANSWERS?: KVNamespace
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
  /** Several apps as JSON, in place of the four settings above. */
  APP_KEYS?: string
  ADMIN_TOKEN?: string
  /** Signs answers: one private JWK or several, as JSON. */
  ATTESTATION_KEY?: string
  /** Receives one data point per request. */
  METRICS?: AnalyticsEngineDataset
}
