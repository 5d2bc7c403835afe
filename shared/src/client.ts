import * as v from 'valibot'
import { LIMITS } from './limits.ts'

/** The body of `POST /v1/admin/clients`. `expiresAt` is an ISO 8601 time. */
export const NewClientSchema = v.strictObject({
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(LIMITS.clientNameLength)),
  dailySearches: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000))),
  expiresAt: v.optional(v.pipe(v.string(), v.isoTimestamp())),
})
export type NewClient = v.InferOutput<typeof NewClientSchema>

/** Its answer: the only time the key is shown. */
export const IssuedClientSchema = v.object({
  id: v.string(),
  name: v.string(),
  key: v.string(),
  createdAt: v.string(),
  dailySearches: v.nullable(v.number()),
  expiresAt: v.nullable(v.string()),
})
export type IssuedClient = v.InferOutput<typeof IssuedClientSchema>
