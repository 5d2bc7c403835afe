import * as v from 'valibot'
import { ErrorCodeSchema } from './problem.ts'
import { PROVIDERS } from './provider.ts'
import { WholeNumber } from './whole-number.ts'

const CHECKS = [
  'settings',
  'cache',
  'clock',
  'key and signature',
  'token',
  'crossborder upload',
  'crossborder search',
  'crossborder offer',
  'dropship search',
  'image-search',
] as const

/** One check, and what to do if it failed. `platformCode` is 1688's own code for the failure. */
export const CheckSchema = v.object({
  name: v.picklist(CHECKS),
  status: v.picklist(['ok', 'failed', 'skipped']),
  detail: v.string(),
  code: v.optional(ErrorCodeSchema),
  platformCode: v.optional(v.string()),
  remedy: v.optional(v.string()),
})
export type Check = v.InferOutput<typeof CheckSchema>

/** The answer of `GET /v1/admin/doctor`. `status` covers what the provider in use needs. */
export const DoctorSchema = v.object({
  status: v.picklist(['ok', 'attention']),
  provider: v.nullable(v.picklist(PROVIDERS)),
  /** The best provider that the app may use; `null` if it may use none. */
  recommended: v.nullable(v.picklist(PROVIDERS)),
  checks: v.array(CheckSchema),
  apps: v.array(
    v.object({
      /** The end of the app key. */
      app: v.string(),
      recommended: v.nullable(v.picklist(PROVIDERS)),
      callsToday: WholeNumber,
      /** Why it is suspended for now. */
      setAside: v.nullable(ErrorCodeSchema),
      checks: v.array(CheckSchema),
    }),
  ),
})
export type Doctor = v.InferOutput<typeof DoctorSchema>

const UpperBoundMs = v.nullable(WholeNumber)

/** The answer of `GET /v1/admin/metrics`: the hours of the last week, latest first. Times are upper bounds of histogram buckets. */
export const MetricsSchema = v.object({
  hours: v.array(
    v.object({
      hour: v.string(),
      /** The end of the app key. */
      app: v.string(),
      searches: WholeNumber,
      /** Searches that cost no call: they joined another one in flight, or got an answer of the last minute. */
      shared: WholeNumber,
      /** Searches that the cache answered; they are reported with the next one that reaches the app key's dispatcher. */
      cacheHits: WholeNumber,
      calls: WholeNumber,
      failures: v.pipe(
        v.custom<Record<string, number>>((counts) => typeof counts === 'object'),
        v.metadata({ type: 'object', additionalProperties: { type: 'integer' } }),
      ),
      waitMs: v.object({ p50: UpperBoundMs, p95: UpperBoundMs }),
      upstreamMs: v.object({ p50: UpperBoundMs, p95: UpperBoundMs }),
    }),
  ),
})
export type Metrics = v.InferOutput<typeof MetricsSchema>
