import type { Metrics } from '@find-on-1688/shared'
import type { Context } from 'hono'
import type { AppEnv } from '../app-env.ts'
import { dispatcherOf } from '../app-keys/dispatcher-of.ts'
import { requireSettings } from '../config.ts'
import { histogramQuantile } from '../metrics/hours.ts'
import { appKeySuffix } from './doctor.ts'

const HOUR_MS = 3_600_000

/** `GET /v1/admin/metrics`: each hour of the last week at each app key. */
export async function metrics(c: Context<AppEnv>): Promise<Response> {
  const { apps } = requireSettings(c.env)
  const ofApps = await Promise.all(
    apps.map(async ({ appKey }) => {
      const hours = await dispatcherOf(c.env, appKey).hours()
      return hours.map(({ hour, hits, waits, upstream, ...counts }) => ({
        ...counts,
        hour: new Date(hour * HOUR_MS).toISOString(),
        app: appKeySuffix(appKey),
        cacheHits: hits,
        waitMs: quantilesOf(waits),
        upstreamMs: quantilesOf(upstream),
      }))
    }),
  )
  const answer: Metrics = { hours: ofApps.flat().sort((a, b) => b.hour.localeCompare(a.hour)) }
  return c.json(answer)
}

function quantilesOf(histogram: number[]) {
  return { p50: histogramQuantile(histogram, 0.5), p95: histogramQuantile(histogram, 0.95) }
}
