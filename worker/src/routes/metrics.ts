import type { Metrics } from '@find-on-1688/shared'
import type { Context } from 'hono'
import type { AppEnv } from '../app-env.ts'
import { requireSettings } from '../config.ts'
import { quantileOf } from '../metrics/hours.ts'
import { endOf } from './doctor.ts'

const HOUR_MS = 3_600_000

/** `GET /v1/admin/metrics`: what happened in each hour of the last week at each app key. */
export async function metrics(c: Context<AppEnv>): Promise<Response> {
  const { apps } = requireSettings(c.env)
  const ofApps = await Promise.all(
    apps.map(async ({ appKey }) => {
      const hours = await c.env.DISPATCHER.get(c.env.DISPATCHER.idFromName(appKey)).hours()
      return hours.map(({ hour, hits, waits, upstream, ...counts }) => ({
        ...counts,
        hour: new Date(hour * HOUR_MS).toISOString(),
        app: endOf(appKey),
        cacheHits: hits,
        waitMs: { p50: quantileOf(waits, 0.5), p95: quantileOf(waits, 0.95) },
        upstreamMs: { p50: quantileOf(upstream, 0.5), p95: quantileOf(upstream, 0.95) },
      }))
    }),
  )
  const answer: Metrics = { hours: ofApps.flat().sort((a, b) => b.hour.localeCompare(a.hour)) }
  return c.json(answer)
}
