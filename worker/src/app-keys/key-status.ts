import type { App } from '../config.ts'
import { SUSPENSION_MS } from '../gateway/key-refusal.ts'

const DAY_MS = 86_400_000
const STEPS = 10

interface Standing {
  day: number
  used: number
  asideUntilMs: number
}

/** What this isolate has heard of the app keys. Another one may know better; nothing depends on it but the choice. */
export class Standings {
  readonly #known = new Map<string, Standing>()

  used(appKey: string, calls: number, nowMs: number): void {
    this.#put(appKey, { day: dayOf(nowMs), used: calls }, nowMs)
  }

  setAside(appKey: string, nowMs: number): void {
    this.#put(appKey, { asideUntilMs: nowMs + SUSPENSION_MS }, nowMs)
  }

  /** In steps of a tenth, so that a picture keeps its key for as long as possible. */
  weightOf({ appKey, dayQuota }: App, nowMs: number): number {
    if (dayQuota === undefined) return 1
    const { day, used } = this.#of(appKey, nowMs)
    const left = Math.max(0, 1 - (day === dayOf(nowMs) ? used : 0) / dayQuota)
    return (dayQuota * Math.max(1, Math.ceil(left * STEPS))) / STEPS
  }

  isAside(appKey: string, nowMs: number): boolean {
    return this.#of(appKey, nowMs).asideUntilMs > nowMs
  }

  #of(appKey: string, nowMs: number): Standing {
    return this.#known.get(appKey) ?? { day: dayOf(nowMs), used: 0, asideUntilMs: 0 }
  }

  #put(appKey: string, change: Partial<Standing>, nowMs: number): void {
    this.#known.set(appKey, { ...this.#of(appKey, nowMs), ...change })
  }
}

function dayOf(nowMs: number): number {
  return Math.floor(nowMs / DAY_MS)
}
