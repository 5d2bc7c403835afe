import type { ErrorCode } from '@find-on-1688/shared'

const HOUR_MS = 3_600_000
const DAY_HOURS = 24
const RETENTION_HOURS = 7 * DAY_HOURS
/** Upper bounds of a histogram's buckets; one more bucket has none. */
const BOUNDS_MS = [0, 50, 100, 200, 400, 800, 1600, 3200, 6400, 12_800, 25_600] as const

/** An hour of one app key. */
export interface Hour {
  /** Hours since 1970. */
  hour: number
  calls: number
  searches: number
  /** Searches that joined another one in flight, or that a recent answer served. */
  shared: number
  hits: number
  failures: Partial<Record<ErrorCode, number>>
  waits: number[]
  upstream: number[]
}

/** Counts are written this much later: no answer waits for them. */
const WRITE_AFTER_MS = 2000

export type Hours = ReturnType<typeof createHours>

/** Counts per hour, one row each, for a week. An object that is evicted may lose the last two seconds. */
export function createHours(sql: SqlStorage, now: () => number = Date.now) {
  sql.exec('CREATE TABLE IF NOT EXISTS hour (hour INTEGER PRIMARY KEY, json TEXT NOT NULL)')
  let current: Hour | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let callsBefore: { day: number; calls: number } | undefined

  function stored(): Hour[] {
    const rows = sql.exec<{ json: string }>('SELECT json FROM hour ORDER BY hour DESC').toArray()
    return rows.map(({ json }) => JSON.parse(json) as Hour)
  }

  function write(): void {
    clearTimeout(timer ?? null)
    timer = undefined
    const hour = current
    if (!hour) return
    sql.exec('REPLACE INTO hour VALUES (?, ?)', hour.hour, JSON.stringify(hour))
  }

  function currentHour(): Hour {
    const hour = Math.floor(now() / HOUR_MS)
    if (current?.hour === hour) return current
    write()
    callsBefore = undefined
    sql.exec('DELETE FROM hour WHERE hour < ?', hour - RETENTION_HOURS)
    const [row] = sql.exec<{ json: string }>('SELECT json FROM hour WHERE hour = ?', hour).toArray()
    current = row ? (JSON.parse(row.json) as Hour) : emptyHour(hour)
    return current
  }

  return {
    count(change: (hour: Hour) => void): void {
      change(currentHour())
      timer ??= setTimeout(write, WRITE_AFTER_MS)
    },

    /** Calls since midnight UTC. */
    callsToday(): number {
      const { hour, calls } = currentHour()
      const day = Math.floor(hour / DAY_HOURS)
      if (callsBefore?.day !== day) {
        const before = stored().filter((other) => other.hour >= day * DAY_HOURS && other.hour < hour)
        callsBefore = { day, calls: before.reduce((sum, other) => sum + other.calls, 0) }
      }
      return callsBefore.calls + calls
    },

    /** Latest first. */
    all(): Hour[] {
      write()
      return stored()
    },
  }
}

export function addToHistogram(histogram: number[], ms: number): void {
  const at = BOUNDS_MS.findIndex((bound) => ms <= bound)
  const bucket = at < 0 ? BOUNDS_MS.length : at
  histogram[bucket] = (histogram[bucket] ?? 0) + 1
}

/** The upper bound of the bucket with this quantile; `null` if nothing was counted or the bucket has none. */
export function histogramQuantile(histogram: readonly number[], share: number): number | null {
  const total = histogram.reduce((sum, count) => sum + count, 0)
  let seen = 0
  for (const [bucket, count] of histogram.entries()) {
    seen += count
    if (total > 0 && seen >= share * total) return BOUNDS_MS[bucket] ?? null
  }
  return null
}

function emptyHour(hour: number): Hour {
  const emptyHistogram = () => Array.from({ length: BOUNDS_MS.length + 1 }, () => 0)
  return {
    hour,
    calls: 0,
    searches: 0,
    shared: 0,
    hits: 0,
    failures: {},
    waits: emptyHistogram(),
    upstream: emptyHistogram(),
  }
}
