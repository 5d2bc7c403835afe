import type { App } from '../config.ts'
import { type Api, SUSPENSION_MS } from '../gateway/key-refusal.ts'

const DAY_MS = 86_400_000
const STEPS = 10

interface KeyStatus {
  day: number
  calls: number
  suspendedUntilMs: Record<Api, number>
}

/** What this isolate knows of the app keys. Another isolate may know better; only the choice of a key depends on it. */
export function createKeyStatuses() {
  const known = new Map<string, KeyStatus>()

  function of(appKey: string, nowMs: number): KeyStatus {
    return known.get(appKey) ?? { day: dayOf(nowMs), calls: 0, suspendedUntilMs: { search: 0, detail: 0 } }
  }

  function put(appKey: string, change: Partial<KeyStatus>, nowMs: number): void {
    known.set(appKey, { ...of(appKey, nowMs), ...change })
  }

  return {
    recordCalls(appKey: string, calls: number, nowMs: number): void {
      put(appKey, { day: dayOf(nowMs), calls }, nowMs)
    },

    suspend(appKey: string, api: Api, nowMs: number): void {
      const { suspendedUntilMs } = of(appKey, nowMs)
      put(appKey, { suspendedUntilMs: { ...suspendedUntilMs, [api]: nowMs + SUSPENSION_MS } }, nowMs)
    },

    /** In steps of a tenth, so that a picture stays with its key as long as possible. */
    weightOf({ appKey, dayQuota }: App, nowMs: number): number {
      if (dayQuota === undefined) return 1
      const { day, calls } = of(appKey, nowMs)
      const left = Math.max(0, 1 - (day === dayOf(nowMs) ? calls : 0) / dayQuota)
      return (dayQuota * Math.max(1, Math.ceil(left * STEPS))) / STEPS
    },

    isSuspended(appKey: string, api: Api, nowMs: number): boolean {
      return of(appKey, nowMs).suspendedUntilMs[api] > nowMs
    },
  }
}

function dayOf(nowMs: number): number {
  return Math.floor(nowMs / DAY_MS)
}
