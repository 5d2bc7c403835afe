import * as v from 'valibot'
import { WholeNumber } from './whole-number.ts'

/** The answer of `GET /v1/usage`: the client's own quota. Days are UTC; `null` means no limit. */
export const UsageSchema = v.object({
  client: v.object({ id: v.string(), name: v.string() }),
  dailySearches: v.object({ limit: v.nullable(WholeNumber), used: WholeNumber, resetsAt: v.string() }),
  expiresAt: v.nullable(v.string()),
})
export type Usage = v.InferOutput<typeof UsageSchema>
