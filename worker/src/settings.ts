import { AppError, PROVIDERS } from '@find-on-1688/shared'
import * as v from 'valibot'
import type { Bindings } from './bindings.ts'

const Text = (message: string) => v.pipe(v.string(message), v.trim(), v.nonEmpty(message))

const UpstreamSchema = v.object({
  PROVIDER: v.picklist(PROVIDERS, `must be one of ${PROVIDERS.join(', ')}`),
  GATEWAY_URL: v.optional(
    v.pipe(
      Text('must be an http(s) address'),
      v.url('must be an http(s) address'),
      v.regex(/^https?:/, 'must be an http(s) address'),
      v.transform((url) => url.replace(/\/+$/, '')),
    ),
    'https://gw.open.1688.com/openapi',
  ),
  MAX_QPS: v.optional(
    v.pipe(
      v.union([v.string(), v.number()], 'must be a number'),
      v.transform(Number),
      v.number('must be a number'),
      v.minValue(0.1, 'must be a number from 0.1 to 100'),
      v.maxValue(100, 'must be a number from 0.1 to 100'),
    ),
    3,
  ),
  APP_KEY: v.pipe(Text('is missing'), v.regex(/^[\w-]{1,64}$/, 'may hold letters, digits, - and _ only')),
  APP_SECRET: Text('is missing'),
  ACCESS_TOKEN: v.optional(Text('is empty')),
})

/** What the worker needs to call 1688. */
export interface UpstreamSettings {
  provider: (typeof PROVIDERS)[number]
  gatewayUrl: string
  maxQps: number
  appKey: string
  appSecret: string
  accessToken: string | undefined
}

export interface SettingFault {
  name: string
  /** What is wrong, without the value. */
  fault: string
}

/** The settings, or every one that is missing or malformed. */
function readSettings(env: Bindings): UpstreamSettings | SettingFault[] {
  const parsed = v.safeParse(UpstreamSchema, env)
  const faults = (parsed.issues ?? []).map((issue) => ({
    name: String(v.getDotPath(issue)),
    fault: issue.input === undefined ? 'is missing' : issue.message,
  }))
  if (env.PROVIDER !== 'image-search' && !env.ACCESS_TOKEN)
    faults.push({ name: 'ACCESS_TOKEN', fault: 'is missing' })
  if (!env.CLIENTS) faults.push({ name: 'CLIENTS', fault: 'is not bound to a KV namespace' })
  if (!env.DISPATCHER) faults.push({ name: 'DISPATCHER', fault: 'is not bound to the Durable Object' })
  if (!env.USAGE) faults.push({ name: 'USAGE', fault: 'is not bound to the Durable Object' })
  if (!parsed.success || faults.length > 0) return faults
  const { PROVIDER, GATEWAY_URL, MAX_QPS, APP_KEY, APP_SECRET, ACCESS_TOKEN } = parsed.output
  return {
    provider: PROVIDER,
    gatewayUrl: GATEWAY_URL,
    maxQps: MAX_QPS,
    appKey: APP_KEY,
    appSecret: APP_SECRET,
    accessToken: ACCESS_TOKEN,
  }
}

/** @throws AppError `not_configured`, naming every setting at fault and showing none */
export function requireSettings(env: Bindings): UpstreamSettings {
  const settings = readSettings(env)
  if (Array.isArray(settings)) throw notConfigured(settings)
  return settings
}

export function notConfigured(faults: SettingFault[]): AppError {
  const list = faults.map(({ name, fault }) => `${name} ${fault}`).join('; ')
  return new AppError('not_configured', `These settings of the worker need attention: ${list}.`)
}
