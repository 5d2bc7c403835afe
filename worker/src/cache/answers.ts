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
import { readStored, writeStored } from '../kv.ts'
import type { ProviderAnswer } from '../providers/provider.ts'

/** Raise it when the form of a cached answer changes. */
const FORMAT_VERSION = 5
/** KV accepts nothing shorter. */
const MIN_TTL_SECONDS = 60

const ProviderAnswerSchema = v.object({
  total: v.nullable(v.number()),
  hasMore: v.boolean(),
  offers: v.array(OfferSchema),
  notes: v.array(v.string()),
  isComplete: v.literal(true),
  regions: v.optional(v.nullable(RegionsSchema), null),
})

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

export async function storeAnswer(
  store: KVNamespace | undefined,
  cacheKey: string,
  value: unknown,
  seconds: number,
  nowMs: number,
): Promise<void> {
  const record = { untilMs: nowMs + seconds * 1000, value }
  await writeStored(store, `answer:${cacheKey}`, record, Math.max(MIN_TTL_SECONDS, seconds))
}

export const cachedSearch = (store: KVNamespace | undefined, name: string, nowMs: number) =>
  cachedAnswer(store, name, ProviderAnswerSchema, nowMs) as Promise<ProviderAnswer | undefined>

export const cachedOffer = (store: KVNamespace | undefined, name: string, nowMs: number) =>
  cachedAnswer(store, name, DetailedOfferSchema, nowMs)

/** The cached answer, unless it is too old, unreadable or late. */
async function cachedAnswer<T>(
  store: KVNamespace | undefined,
  cacheKey: string,
  schema: v.GenericSchema<unknown, T>,
  nowMs: number,
): Promise<T | undefined> {
  const record = await readStored(
    store,
    `answer:${cacheKey}`,
    v.object({ untilMs: v.number(), value: schema }),
  )
  return record && record.untilMs > nowMs ? record.value : undefined
}
