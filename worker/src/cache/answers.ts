import {
  DetailedOfferSchema,
  OfferSchema,
  RegionsSchema,
  type SearchQuery,
  searchesParts,
  tellsModesApart,
} from '@find-on-1688/shared'
import * as v from 'valibot'
import type { UpstreamSettings } from '../config.ts'
import { sha256Hex } from '../hash.ts'
import type { Found } from '../providers/provider.ts'

/** Raise it where the form of a kept answer changes. */
const FORM = 3
/** The store's own least. */
const LEAST_SECONDS = 60
/** A store that is slower than this is treated as one that has nothing. */
const PATIENCE_MS = 250

const FoundSchema = v.object({
  total: v.nullable(v.number()),
  hasMore: v.boolean(),
  offers: v.array(OfferSchema),
  notes: v.array(v.string()),
  isComplete: v.literal(true),
  regions: v.optional(v.nullable(RegionsSchema), null),
})

const RecordSchema = v.object({ untilMs: v.number(), value: v.unknown() })

type Provider = UpstreamSettings['provider']

/** The name of a search's answer: the same for the same picture and query, whoever asks. */
export function nameOfSearch(provider: Provider, sha256: string, query: SearchQuery): Promise<string> {
  const { mode, page, pageSize, sort, priceMin, priceMax, language, region } = query
  const ofMode = tellsModesApart(provider) ? mode : null
  const ofPart = searchesParts(provider) ? region : null
  const asked = [page, pageSize, sort, priceMin, priceMax, language]
  return nameOf(['search', provider, sha256, ofMode, ofPart, ...asked])
}

export function nameOfOffer(provider: Provider, offerId: string, language: string): Promise<string> {
  return nameOf(['offer', provider, offerId, language])
}

async function nameOf(parts: unknown[]): Promise<string> {
  return sha256Hex(JSON.stringify([FORM, ...parts]))
}

/** Keeps an answer for its life. That it could not be kept harms nobody. */
export async function storeAnswer(
  store: KVNamespace | undefined,
  name: string,
  value: unknown,
  seconds: number,
  nowMs: number,
): Promise<void> {
  const record = JSON.stringify({ untilMs: nowMs + seconds * 1000, value })
  await store
    ?.put(`answer:${name}`, record, { expirationTtl: Math.max(LEAST_SECONDS, seconds) })
    .catch(() => {})
}

export const keptSearch = (store: KVNamespace | undefined, name: string, nowMs: number) =>
  keptAnswer(store, name, FoundSchema, nowMs) as Promise<Found | undefined>

export const keptOffer = (store: KVNamespace | undefined, name: string, nowMs: number) =>
  keptAnswer(store, name, DetailedOfferSchema, nowMs)

/** The kept answer, unless it is too old, cannot be read, or does not come soon. */
async function keptAnswer<T extends v.GenericSchema>(
  store: KVNamespace | undefined,
  name: string,
  schema: T,
  nowMs: number,
): Promise<v.InferOutput<T> | undefined> {
  if (!store) return undefined
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE_MS))
  const record = await Promise.race([
    store.get(`answer:${name}`, { type: 'json', cacheTtl: 30 }),
    late,
  ]).catch(() => undefined)
  const parsed = v.safeParse(RecordSchema, record)
  if (!parsed.success || parsed.output.untilMs <= nowMs) return undefined
  const value = v.safeParse(schema, parsed.output.value)
  return value.success ? value.output : undefined
}
