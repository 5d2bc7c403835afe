import { generateKeyPairSync, randomBytes } from 'node:crypto'
import type { IssuedClient, NewClient, Provider } from '@find-on-1688/shared'
import { createOperator } from '@find-on-1688/shared/client'
import { type Gateway, type GatewayApp, startGateway } from '../gateway/index.ts'
import { type Shop, startShop } from '../shop/index.ts'
import { startWorker } from './worker.ts'

export interface SandboxOptions {
  provider?: Provider
  /** The worker's port; 0 takes any free one. */
  port?: number
  /** How long the fake platform takes to answer. */
  latencyMs?: number
  /** Settings of the worker besides the required ones. */
  settings?: Record<string, string>
  /** Apps beyond the first one. */
  others?: GatewayApp[]
  refreshToken?: string
  /** Signs the answers: by default a new key; `null` for none. */
  attestationKey?: string | null
  /** Calls per second that the fake platform accepts. */
  maxQps?: number
}

export interface Sandbox {
  gateway: Gateway
  shop: Shop
  workerUrl: string
  clientKey: string
  adminToken: string
  /** May leave the worker only in a signed call. */
  secrets: string[]
  close(): Promise<void>
}

/** Everything except a browser, on loopback: the fake platform, the worker, the shop, and a client key for the worker. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const {
    provider = 'crossborder',
    port = 0,
    latencyMs = 0,
    settings = {},
    others,
    refreshToken,
    maxQps = 3,
    attestationKey = JSON.stringify(newKey()),
  } = options
  const random = () => randomBytes(16).toString('hex')
  const [appKey, appSecret, accessToken, adminToken] = ['1000000', random(), random(), random()]
  const app = { appKey, appSecret, accessToken, ...(refreshToken && { refreshToken }) }
  const gateway = await startGateway({ ...app, latencyMs, maxQps, ...(others && { others }) })
  const shop = await startShop({ catalogue: gateway.catalogue })
  const worker = await startWorker({
    port,
    settings: {
      PROVIDER: provider,
      GATEWAY_URL: gateway.url,
      RATES_URL: gateway.ratesUrl,
      MAX_QPS: '3',
      ...settings,
      ADMIN_TOKEN: adminToken,
      ...(attestationKey !== null && { ATTESTATION_KEY: attestationKey }),
      ...(others
        ? { APP_KEYS: JSON.stringify([app, ...others].map(({ denied: _, ...set }: GatewayApp) => set)) }
        : { APP_KEY: appKey, APP_SECRET: appSecret, ACCESS_TOKEN: accessToken }),
      ...(refreshToken && { REFRESH_TOKEN: refreshToken }),
    },
  })
  const { key } = await issueClient(worker.url, adminToken, 'sandbox')
  let closing: Promise<unknown> | undefined
  return {
    gateway,
    shop,
    workerUrl: worker.url,
    clientKey: key,
    adminToken,
    secrets: [
      appSecret,
      accessToken,
      adminToken,
      key,
      ...privateParts(attestationKey),
      ...(refreshToken ? [refreshToken] : []),
    ],
    close: async () => {
      closing ??= Promise.all([worker.close(), shop.close(), gateway.close()])
      await closing
    },
  }
}

function newKey() {
  return generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' })
}

function privateParts(attestationKey: string | null): string[] {
  const keys = [JSON.parse(attestationKey ?? '[]')].flat() as { d?: string }[]
  return keys.flatMap(({ d }) => d ?? [])
}

/** For clients in tests: a busy machine is no failure. */
export const PATIENT = { timeoutMs: 170_000 }

export function issueClient(
  workerUrl: string,
  adminToken: string,
  name: string,
  limits: Omit<NewClient, 'name'> = {},
): Promise<IssuedClient> {
  return createOperator({ address: workerUrl, adminToken }, PATIENT).createClient({ name, ...limits })
}
