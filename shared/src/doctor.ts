import * as v from 'valibot'
import { ERRORS, type ErrorCode } from './errors.ts'
import { PROVIDERS } from './provider.ts'

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

const Code = v.picklist(Object.keys(ERRORS) as [ErrorCode, ...ErrorCode[]])

/** One question, and what to do where its answer is bad. `platformCode` is 1688's own word for the failure. */
const CheckSchema = v.object({
  name: v.picklist(CHECKS),
  status: v.picklist(['ok', 'failed', 'skipped']),
  detail: v.string(),
  code: v.optional(Code),
  platformCode: v.optional(v.string()),
  remedy: v.optional(v.string()),
})
export type Check = v.InferOutput<typeof CheckSchema>

/** The answer of `GET /v1/admin/doctor`. `status` is about what the provider in use needs. */
export const DoctorSchema = v.object({
  status: v.picklist(['ok', 'attention']),
  provider: v.nullable(v.picklist(PROVIDERS)),
  /** The best one that the app may use; `null` where it may use none. */
  recommended: v.nullable(v.picklist(PROVIDERS)),
  checks: v.array(CheckSchema),
  apps: v.array(
    v.object({
      /** The end of the app key. */
      app: v.string(),
      recommended: v.nullable(v.picklist(PROVIDERS)),
      callsToday: v.number(),
      /** Why it is left out for the time being. */
      setAside: v.nullable(Code),
      checks: v.array(CheckSchema),
    }),
  ),
})
export type Doctor = v.InferOutput<typeof DoctorSchema>

const Classes = v.nullable(v.number())

/** The answer of `GET /v1/admin/metrics`: hours of the last week, latest first; times are upper bounds of classes in ms. */
export const MetricsSchema = v.object({
  hours: v.array(
    v.object({
      hour: v.string(),
      /** The end of the app key. */
      app: v.string(),
      searches: v.number(),
      /** Searches that cost no call: they met another one under way, or an answer of the last minute. */
      shared: v.number(),
      /** Searches that the cache answered without the app key's object; each is known with the next one that needs it. */
      cacheHits: v.number(),
      calls: v.number(),
      failures: v.record(v.string(), v.number()),
      waitMs: v.object({ p50: Classes, p95: Classes }),
      upstreamMs: v.object({ p50: Classes, p95: Classes }),
    }),
  ),
})
export type Metrics = v.InferOutput<typeof MetricsSchema>
