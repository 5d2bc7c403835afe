import type { GenericSchema } from 'valibot'
import { type Connection, readConnectionCode } from '../connection.ts'
import type { ProgressEvent } from '../event-stream.ts'
import { type AttestationKeys, AttestationKeysSchema } from '../evidence/attestation-keys.ts'
import { type Health, HealthSchema } from '../health.ts'
import { LIMITS } from '../limits.ts'
import { PATHS } from '../paths.ts'
import { type Rates, RatesSchema } from '../rates.ts'
import { type PixelBox, regionText } from '../region.ts'
import {
  type LANGUAGES,
  type OfferAnswer,
  OfferAnswerSchema,
  type Priority,
  type SearchAnswer,
  SearchAnswerSchema,
  type SearchQuery,
} from '../search.ts'
import { type Usage, UsageSchema } from '../usage.ts'
import { type AddressOptions, checkAddress, checkSecret } from './address.ts'
import { exchange, type Fetch, type Request } from './exchange.ts'
import { ApiError } from './failure.ts'
import { bodyOf, type Picture } from './picture.ts'
import { DEFAULT_RETRIES, type Effect, type Retries, repeat } from './repeat.ts'

/** An answer takes 25 s at most, from the first byte of the request on. */
const SEARCH_TIMEOUT_MS = LIMITS.searchDeadlineMs + 5000
const READ_TIMEOUT_MS = 15_000

export interface ClientOptions extends AddressOptions {
  fetch?: Fetch | undefined
  /** By default 4 attempts, and a minute of waiting. */
  retries?: Partial<Retries> | undefined
  /** How long an answer may take. By default 30 s for searches and offers, which end within 25 s; less or more for the rest. */
  timeoutMs?: number | undefined
}

export interface RequestOptions {
  signal?: AbortSignal | undefined
  /** Called before the wait for another attempt. */
  onRetry?: ((failure: ApiError, waitMs: number) => void) | undefined
}

export interface SearchOptions extends RequestOptions {
  /** How far the search is. If it is given, the answer comes as server-sent events. */
  onProgress?: ((event: ProgressEvent) => void) | undefined
}

/**
 * What is searched for; the worker has a default for each. With `priority` `batch`, people's searches go first, and a search that
 * breaks off is sent again, which costs nothing more.
 */
export type SearchParameters = {
  [K in Exclude<keyof SearchQuery, 'region'>]?: SearchQuery[K] | undefined
} & { region?: PixelBox | string | undefined; priority?: Priority | undefined }

interface OfferParameters {
  language?: (typeof LANGUAGES)[number] | undefined
  priority?: Priority | undefined
}

/** Without a key, only `health` and `attestationKeys` are answered. */
type PartialConnection = Pick<Connection, 'address'> & Partial<Connection>

/** All of them throw ApiError. */
export interface Client {
  /** Counts as a search once its first call has left for 1688. */
  search(picture: Picture, parameters?: SearchParameters, options?: SearchOptions): Promise<SearchAnswer>
  /** One offer, with what only its own page has. Counts as a search if the worker has to ask 1688. */
  offer(offerId: string, parameters?: OfferParameters, options?: SearchOptions): Promise<OfferAnswer>
  /** What this key may do today. */
  usage(options?: RequestOptions): Promise<Usage>
  /** What one euro buys. */
  rates(options?: RequestOptions): Promise<Rates>
  /** Whether the worker is set up. The key is not sent. */
  health(options?: RequestOptions): Promise<Health>
  /** What an answer's `attestation` is checked with. The key is not sent. */
  attestationKeys(options?: RequestOptions): Promise<AttestationKeys>
}

/**
 * A client of the worker's interface. The key goes to this address only, over https or to this machine, and along no redirect.
 *
 * @param connection address and key, or the connection code that holds both
 * @throws ApiError `invalid_connection`
 */
export function createClient(connection: PartialConnection | string, options: ClientOptions = {}): Client {
  const { address, key } = typeof connection === 'string' ? readCode(connection) : connection
  const ask = requester(checkAddress(address, options), options)
  const secret = key === undefined ? undefined : checkSecret(key, 'key')
  const read = <T>(
    path: string,
    schema: GenericSchema<unknown, T>,
    each: RequestOptions = {},
    token?: string,
  ) => ask('read', { path, schema, secret: token, timeoutMs: READ_TIMEOUT_MS }, each)
  return {
    search: async (picture, { priority, region, ...rest } = {}, each = {}) => {
      const { isAddress, ...content } = await bodyOf(picture)
      const query = queryOf({
        ...rest,
        priority,
        region: typeof region === 'object' ? regionText(region) : region,
      })
      const path = (isAddress ? PATHS.searchAddress : PATHS.search) + query
      const request = { method: 'POST', path, secret, ...content, schema: SearchAnswerSchema } as const
      return ask(effectOf(priority), { ...request, timeoutMs: SEARCH_TIMEOUT_MS }, each)
    },
    offer: (offerId, parameters = {}, each = {}) => {
      const path = `${PATHS.offers}/${encodeURIComponent(offerId)}${queryOf({ ...parameters })}`
      const request = { path, secret, schema: OfferAnswerSchema, timeoutMs: SEARCH_TIMEOUT_MS }
      return ask(effectOf(parameters.priority), request, each)
    },
    usage: (each) => read(PATHS.usage, UsageSchema, each, secret),
    rates: (each) => read(PATHS.rates, RatesSchema, each, secret),
    health: (each) => read(PATHS.health, HealthSchema, each),
    attestationKeys: (each) => read(PATHS.attestationKeys, AttestationKeysSchema, each),
  }
}

function readCode(text: string): Connection {
  const connection = readConnectionCode(text)
  if (connection) return connection
  throw new ApiError(
    'invalid_connection',
    'This is not a complete connection code: one starts with find1688: and is one long word.',
  )
}

function effectOf(priority: Priority | undefined): Effect {
  return priority === 'batch' ? 'batch-search' : 'search'
}

/** `?page=2&filter=dropship,ships24h`, without what is undefined. */
export function queryOf(parameters: Record<string, string | number | readonly string[] | undefined>): string {
  const entries = Object.entries(parameters).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)] as [string, string]],
  )
  return entries.length === 0 ? '' : `?${new URLSearchParams(entries)}`
}

/** Sends a request, and sends it again where that is right. */
export function requester(
  address: string,
  { fetch = globalThis.fetch, retries = {}, timeoutMs: givenMs }: ClientOptions,
) {
  return <T>(
    effect: Effect,
    request: Omit<Request<T>, 'signal' | 'onProgress'>,
    { signal, onProgress, onRetry }: SearchOptions,
  ): Promise<T> => {
    const each = { ...request, timeoutMs: givenMs ?? request.timeoutMs, signal, onProgress }
    const options = { retries: { ...DEFAULT_RETRIES, ...retries }, signal, onRetry }
    return repeat(() => exchange(fetch, address, each), effect, options)
  }
}
