import { AppError, KEY_BYTES, PROVIDERS, WholeNumber } from '@find-on-1688/shared'
import * as v from 'valibot'
import type { EnvVars } from './env-vars.ts'
import { unknownMember } from './schema.ts'

const trim = v.transform((text: string) => text.trim())
const Text = (message: string) => v.pipe(v.string(message), v.regex(/\S/, message), trim)

const AppKey = v.pipe(Text('is missing'), v.regex(/^[\w-]{1,64}$/, 'may hold letters, digits, - and _ only'))

/** One app key of several. */
const AppSchema = v.object({
  appKey: AppKey,
  appSecret: Text('has an appSecret that is empty'),
  accessToken: v.optional(Text('has an accessToken that is empty')),
  refreshToken: v.optional(Text('has a refreshToken that is empty')),
  /** Calls a day that the platform grants it. */
  dayQuota: v.optional(v.pipe(WholeNumber, v.minValue(1))),
})
export type App = v.InferOutput<typeof AppSchema>

const Json = v.pipe(
  v.string(),
  v.check(isJson, 'is not JSON'),
  v.transform((text): unknown => JSON.parse(text)),
)

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

const AppsSchema = v.pipe(
  Json,
  v.check(
    (apps) => [apps].flat().every((app) => unknownMember(AppSchema, app) === undefined),
    'may hold appKey, appSecret, accessToken, refreshToken and dayQuota only',
  ),
  v.array(AppSchema, 'must be a JSON array of {"appKey", "appSecret", …}'),
  v.check(({ length }) => length > 0, 'holds no app key'),
  v.maxLength(1000, 'holds more than 1000 app keys'),
  v.check((apps) => areDifferent(apps.map(({ appKey }) => appKey)), 'holds the same app key twice'),
)

const A_KEY = 'must be an Ed25519 key as a private JWK, or a JSON array of such keys'
const KeyBytes = v.pipe(v.string(A_KEY), v.regex(KEY_BYTES, A_KEY))

/** Other members of a JWK are ignored. One without `d` is public: it signs no more, but still verifies what it signed. */
const AttestationKeySchema = v.object(
  {
    kty: v.picklist(['OKP'], A_KEY),
    crv: v.picklist(['Ed25519'], A_KEY),
    x: KeyBytes,
    d: v.optional(KeyBytes),
    kid: v.optional(
      v.pipe(v.string(A_KEY), v.regex(/^[\x21-\x7e]{1,128}$/, 'has a kid that is no short word')),
    ),
  },
  A_KEY,
)
export type AttestationKey = v.InferOutput<typeof AttestationKeySchema>

const AttestationKeysSetting = v.pipe(
  Json,
  v.transform((keys) => (Array.isArray(keys) ? keys : [keys])),
  v.array(AttestationKeySchema),
  v.maxLength(20, 'holds more than 20 keys'),
  v.check(([first]) => first?.d !== undefined, 'must begin with a private key, which has a d'),
  v.check(
    (keys) => [keys.map(({ x }) => x), keys.flatMap(({ kid }) => kid ?? [])].every(areDifferent),
    'holds the same key or kid twice',
  ),
)

function areDifferent(values: string[]): boolean {
  return new Set(values).size === values.length
}

const Amount = (kind: 'number' | 'whole number', least: number, most: number) =>
  v.pipe(
    v.custom<string | number>((value) => {
      const amount = Number(String(value))
      return amount >= least && amount <= most && (kind === 'number' || Number.isInteger(amount))
    }, `must be a ${kind} from ${least} to ${most}`),
    v.transform(Number),
  )
const Seconds = Amount('whole number', 0, 30 * 86_400)

const Address = v.pipe(
  v.string(),
  trim,
  v.check((url) => /^https?:/.test(url) && URL.canParse(url), 'must be an http(s) address'),
)

const UpstreamSchema = v.object({
  PROVIDER: v.picklist(PROVIDERS, `must be one of ${PROVIDERS.join(', ')}`),
  GATEWAY_URL: v.optional(
    v.pipe(
      Address,
      v.transform((url) => url.replace(/\/+$/, '')),
    ),
    'https://gw.open.1688.com/openapi',
  ),
  MAX_QPS: v.optional(Amount('number', 0.1, 100), 3),
  CACHE_SECONDS: v.optional(Seconds, 3600),
  OFFER_CACHE_SECONDS: v.optional(Seconds, 86_400),
  RATES_URL: v.optional(Address, 'https://www.ecb.europa.eu/stats/eurofxref/eurofxref-daily.xml'),
  APP_KEYS: v.optional(AppsSchema),
  ATTESTATION_KEY: v.optional(AttestationKeysSetting),
})

const OneAppSchema = v.object({
  APP_KEY: AppKey,
  APP_SECRET: Text('is missing'),
  ACCESS_TOKEN: v.optional(Text('is empty')),
  REFRESH_TOKEN: v.optional(Text('is empty')),
})

/** What the worker needs to call 1688. */
export interface UpstreamSettings {
  provider: (typeof PROVIDERS)[number]
  gatewayUrl: string
  maxQps: number
  /** 0 caches nothing. */
  cacheSeconds: number
  offerCacheSeconds: number
  ratesUrl: string
  apps: [App, ...App[]]
  /** The first one signs the answers, all are published; without any, answers are unsigned. */
  attestationKeys: AttestationKey[]
}

/** What has to be bound for the worker to work at all. */
type Env = EnvVars & { DISPATCHER?: unknown; USAGE?: unknown }

/** A setting's name and what is wrong with it, without the value. */
export type SettingFault = string

const NO_CLIENTS = 'CLIENTS is not bound to a KV namespace'

/** The settings of an isolate do not change, and every request asks for them. */
const checked = new WeakMap<Env, UpstreamSettings | SettingFault[]>()

/** The settings, or a fault for each one that is missing or malformed. */
export function checkSettings(env: Env): UpstreamSettings | SettingFault[] {
  const settings = checked.get(env) ?? readSettings(env)
  checked.set(env, settings)
  return settings
}

function readSettings(env: Env): UpstreamSettings | SettingFault[] {
  const parsed = v.safeParse(UpstreamSchema, env)
  const faults = faultsIn(parsed.issues)
  const several = parsed.success ? (parsed.output.APP_KEYS ?? []) : []
  const hasOne = env.APP_KEYS === undefined
  const apps = hasOne ? oneApp(env, faults) : several
  if (env.PROVIDER !== 'image-search') {
    if (hasOne && !env.ACCESS_TOKEN && !env.REFRESH_TOKEN) faults.push('ACCESS_TOKEN is missing')
    for (const { appKey, accessToken, refreshToken } of several)
      if (!accessToken && !refreshToken) faults.push(`APP_KEYS has no accessToken for ${appKey}`)
  }
  if (!env.CLIENTS) faults.push(NO_CLIENTS)
  if (!env.DISPATCHER) faults.push('DISPATCHER is not bound to the Durable Object')
  if (!env.USAGE) faults.push('USAGE is not bound to the Durable Object')
  const [first, ...others] = apps
  if (!parsed.success || faults.length > 0 || !first) return faults
  const { PROVIDER, GATEWAY_URL, MAX_QPS, CACHE_SECONDS, OFFER_CACHE_SECONDS, RATES_URL, ATTESTATION_KEY } =
    parsed.output
  return {
    provider: PROVIDER,
    gatewayUrl: GATEWAY_URL,
    maxQps: MAX_QPS,
    cacheSeconds: CACHE_SECONDS,
    offerCacheSeconds: OFFER_CACHE_SECONDS,
    ratesUrl: RATES_URL,
    apps: [first, ...others],
    attestationKeys: ATTESTATION_KEY ?? [],
  }
}

function oneApp(env: Env, faults: SettingFault[]): App[] {
  const parsed = v.safeParse(OneAppSchema, env)
  faults.push(...faultsIn(parsed.issues))
  if (!parsed.success) return []
  const { APP_KEY, APP_SECRET, ACCESS_TOKEN, REFRESH_TOKEN } = parsed.output
  return [{ appKey: APP_KEY, appSecret: APP_SECRET, accessToken: ACCESS_TOKEN, refreshToken: REFRESH_TOKEN }]
}

/** Names the setting, never its value. */
function faultsIn(issues: readonly v.BaseIssue<unknown>[] | undefined): SettingFault[] {
  return (issues ?? []).map(({ path = [], input, message }) => {
    const isMissing = input === undefined && path.length === 1
    return `${path[0]?.key} ${isMissing ? 'is missing' : ownWords(message)}`
  })
}

/** The library's own messages repeat the input; ours begin with a verb. */
function ownWords(message: string): string {
  return /^(is|has|holds|may|must) /.test(message) ? message : 'is not well-formed'
}

/** @throws AppError `not_configured`, naming every setting at fault and showing none */
export function requireSettings(env: Env): UpstreamSettings {
  const settings = checkSettings(env)
  if (Array.isArray(settings)) throw notConfigured(settings)
  return settings
}

/** What keeps the operator's routes closed. Any other token could not be sent, or be guessed. */
export function adminTokenFault({ ADMIN_TOKEN }: Env): SettingFault | undefined {
  if (!ADMIN_TOKEN) return 'ADMIN_TOKEN is missing'
  return /^[\x21-\x7e]{16,512}$/.test(ADMIN_TOKEN)
    ? undefined
    : 'ADMIN_TOKEN must have 16 to 512 characters, without spaces'
}

/**
 * The secret that new client keys are made with, of two that only together could be guessed from a key. When either is
 * replaced, the keys made before stay valid.
 */
export function clientKeySecret(env: Env): string | undefined {
  const settings = checkSettings(env)
  return Array.isArray(settings) || adminTokenFault(env)
    ? undefined
    : `${settings.apps[0].appSecret}\n${env.ADMIN_TOKEN}`
}

export function notConfigured(faults: SettingFault[]): AppError {
  const list = [...new Set(faults)].join('; ')
  return new AppError('not_configured', `These settings of the worker need attention: ${list}.`)
}

/** Where client keys are stored: the one binding that is needed before the settings are. */
export function clientStore({ CLIENTS }: Env): KVNamespace {
  if (!CLIENTS) throw notConfigured([NO_CLIENTS])
  return CLIENTS
}
