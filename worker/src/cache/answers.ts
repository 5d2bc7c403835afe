import {
  DetailedOfferSchema,
  distinguishesModes,
  OfferSchema,
  RegionsSchema,
  type SearchQuery,
  searchesRegions,
} from '@find-on-1688/shared'
import * as v from 'valibot'
import type { UpstreamSettings } from '../config.ts'
import { sha256Hex } from '../hash.ts'
import type { ProviderAnswer } from '../providers/provider.ts'

/** Raise it when the form of a cached answer changes. */
const FORMAT_VERSION = 5
/** KV accepts nothing shorter. */
const MIN_TTL_SECONDS = 60
/** A slower read counts as a miss. */
const READ_TIMEOUT_MS = 250

const ProviderAnswerSchema = v.object({
  total: v.nullable(v.number()),
  hasMore: v.boolean(),
  offers: v.array(OfferSchema),
  notes: v.array(v.string()),
  isComplete: v.literal(true),
  regions: v.optional(v.nullable(RegionsSchema), null),
})

const RecordSchema = v.object({ untilMs: v.number(), value: v.unknown() })

type Provider = UpstreamSettings['provider']

/** The same for every client that asks for the same picture and query. */
export function cacheKeyOfSearch(provider: Provider, sha256: string, query: SearchQuery): Promise<string> {
  const { mode, page, pageSize, sort, priceMin, priceMax, language, region, filter, keyword } = query
  const ownMode = distinguishesModes(provider) ? mode : null
  const ownRegion = searchesRegions(provider) ? region : null
  const rest = [page, pageSize, sort, priceMin, priceMax, language, filter, keyword]
  return cacheKeyOf(['search', provider, sha256, ownMode, ownRegion, ...rest])
}

export function cacheKeyOfOffer(provider: Provider, offerId: string, language: string): Promise<string> {
  return cacheKeyOf(['offer', provider, offerId, language])
}

async function cacheKeyOf(parts: unknown[]): Promise<string> {
  return sha256Hex(JSON.stringify([FORMAT_VERSION, ...parts]))
}

/** Caches an answer. A failed write is ignored: the next search makes the call again. */
export async function storeAnswer(
  store: KVNamespace | undefined,
  cacheKey: string,
  value: unknown,
  seconds: number,
  nowMs: number,
): Promise<void> {
  const record = JSON.stringify({ untilMs: nowMs + seconds * 1000, value })
  await store
    ?.put(`answer:${cacheKey}`, record, { expirationTtl: Math.max(MIN_TTL_SECONDS, seconds) })
    .catch(() => {})
}

export const cachedSearch = (store: KVNamespace | undefined, name: string, nowMs: number) =>
  cachedAnswer(store, name, ProviderAnswerSchema, nowMs) as Promise<ProviderAnswer | undefined>

export const cachedOffer = (store: KVNamespace | undefined, name: string, nowMs: number) =>
  cachedAnswer(store, name, DetailedOfferSchema, nowMs)

/** The cached answer, unless it is too old, unreadable or late. */
async function cachedAnswer<T extends v.GenericSchema>(
  store: KVNamespace | undefined,
  cacheKey: string,
  schema: T,
  nowMs: number,
): Promise<v.InferOutput<T> | undefined> {
  if (!store) return undefined
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, READ_TIMEOUT_MS))
  const record = await Promise.race([
    store.get(`answer:${cacheKey}`, { type: 'json', cacheTtl: 30 }),
    late,
  ]).catch(() => undefined)
  const parsed = v.safeParse(RecordSchema, record)
  if (!parsed.success || parsed.output.untilMs <= nowMs) return undefined
  const value = v.safeParse(schema, parsed.output.value)
  return value.success ? value.output : undefined
}
