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
const FORMAT_VERSION = 6
/** KV accepts nothing shorter. */
const MIN_TTL_SECONDS = 60
/** For as long a client that was interrupted finds what its batch searches have paid for. */
const OWN_SECONDS = 86_400

const ProviderAnswerSchema = v.object({
  total: v.nullable(v.number()),
  hasMore: v.boolean(),
  offers: v.array(OfferSchema),
  notes: v.array(v.string()),
  isComplete: v.boolean(),
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

/** @param ownKey of the client that is given it again whatever its age, because it had left when it came */
export async function storeAnswer(
  store: KVNamespace | undefined,
  cacheKey: string,
  value: unknown,
  seconds: number,
  nowMs: number,
  ownKey?: string,
): Promise<void> {
  const record = { untilMs: nowMs + seconds * 1000, value, ownKey }
  const leastSeconds = ownKey ? OWN_SECONDS : MIN_TTL_SECONDS
  await writeStored(store, `answer:${cacheKey}`, record, Math.max(leastSeconds, seconds))
}

export const cachedSearch = readerOf<ProviderAnswer>(
  ProviderAnswerSchema as v.GenericSchema<unknown, ProviderAnswer>,
)
export const cachedOffer = readerOf(DetailedOfferSchema)

/** Reads a cached answer, unless it is too old, unreadable or late. Its owner is given it for a day, however old. */
function readerOf<T>(value: v.GenericSchema<unknown, T>) {
  const schema = v.object({ untilMs: v.number(), value, ownKey: v.optional(v.string()) })
  return async (store: KVNamespace | undefined, cacheKey: string, nowMs: number, ownKey?: string) => {
    const record = await readStored(store, `answer:${cacheKey}`, schema)
    const isFresh = record && (record.untilMs > nowMs || (ownKey && record.ownKey === ownKey))
    return isFresh ? record.value : undefined
  }
}
