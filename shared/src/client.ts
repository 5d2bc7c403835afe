import * as v from 'valibot'
import { LIMITS } from './limits.ts'
import { Timestamp } from './timestamp.ts'
import { WholeNumber } from './whole-number.ts'

/** The body of `POST /v1/admin/clients`. `expiresAt` is an ISO 8601 time; an omitted member means no limit. */
export const NewClientSchema = v.object({
  name: v.pipe(
    v.string(),
    v.maxLength(LIMITS.clientNameLength),
    v.regex(/\S/, 'a name'),
    v.transform((name) => name.trim()),
  ),
  dailySearches: v.optional(v.pipe(WholeNumber, v.minValue(1), v.maxValue(1_000_000))),
  searchesPerMinute: v.optional(v.pipe(WholeNumber, v.minValue(1), v.maxValue(10_000))),
  expiresAt: v.optional(Timestamp),
})
export type NewClient = v.InferOutput<typeof NewClientSchema>

export const ClientSchema = v.object({
  id: v.string(),
  name: v.string(),
  createdAt: v.string(),
  dailySearches: v.nullable(WholeNumber),
  searchesPerMinute: v.nullable(WholeNumber),
  expiresAt: v.nullable(v.string()),
})
export type Client = v.InferOutput<typeof ClientSchema>

/** Its answer, the only one that contains the key. */
export const IssuedClientSchema = v.object({ ...ClientSchema.entries, key: v.string() })
export type IssuedClient = v.InferOutput<typeof IssuedClientSchema>

/** The query of `GET /v1/admin/clients`. */
export const ClientListQuerySchema = v.object({
  cursor: v.optional(v.pipe(v.string(), v.maxLength(512))),
})

export const ListedClientSchema = v.object({ ...ClientSchema.entries, searchesToday: WholeNumber })

/** Its answer, one page; `cursor` leads to the next. Days are UTC. */
export const ClientListSchema = v.object({
  clients: v.array(ListedClientSchema),
  cursor: v.nullable(v.string()),
})
export type ClientList = v.InferOutput<typeof ClientListSchema>
