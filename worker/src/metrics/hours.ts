import type { ErrorCode } from '@find-on-1688/shared'

const HOUR_MS = 3_600_000
const DAY_HOURS = 24
const KEPT_HOURS = 7 * DAY_HOURS
/** Upper bounds in milliseconds; the last class has none. */
const BOUNDS_MS = [0, 50, 100, 200, 400, 800, 1600, 3200, 6400, 12_800, 25_600] as const

/** What happened in an hour at one app key. */
export interface Hour {
  /** Since 1970. */
  hour: number
  calls: number
  searches: number
  /** Searches that joined one under way, or that a kept answer served. */
  shared: number
  hits: number
  failures: Partial<Record<ErrorCode, number>>
  waits: number[]
  upstream: number[]
}

/** Until a count is written: an answer that goes out must not wait for it. */
const WRITE_AFTER_MS = 2000

/** Counts per hour, kept for a week: one row an hour. An object that is evicted may lose the last two seconds of it. */
export class Hours {
  readonly #sql: SqlStorage
  readonly #now: () => number
  #current: Hour | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #callsBefore: { day: number; calls: number } | undefined

  constructor(sql: SqlStorage, now: () => number = Date.now) {
    this.#sql = sql
    this.#now = now
    sql.exec('CREATE TABLE IF NOT EXISTS hour (hour INTEGER PRIMARY KEY, json TEXT NOT NULL)')
  }

  count(change: (hour: Hour) => void): void {
    change(this.#hour())
    this.#timer ??= setTimeout(() => this.#write(), WRITE_AFTER_MS)
  }

  /** Calls since midnight UTC. */
  callsToday(): number {
    const { hour, calls } = this.#hour()
    const day = Math.floor(hour / DAY_HOURS)
    if (this.#callsBefore?.day !== day) {
      const before = this.#stored().filter((other) => other.hour >= day * DAY_HOURS && other.hour < hour)
      this.#callsBefore = { day, calls: before.reduce((sum, other) => sum + other.calls, 0) }
    }
    return this.#callsBefore.calls + calls
  }

  /** Latest first. */
  all(): Hour[] {
    this.#write()
    return this.#stored()
  }

  #stored(): Hour[] {
    const rows = this.#sql.exec<{ json: string }>('SELECT json FROM hour ORDER BY hour DESC').toArray()
    return rows.map(({ json }) => JSON.parse(json) as Hour)
  }

  #write(): void {
    clearTimeout(this.#timer ?? null)
    this.#timer = undefined
    const hour = this.#current
    if (!hour) return
    this.#sql.exec('INSERT OR REPLACE INTO hour (hour, json) VALUES (?, ?)', hour.hour, JSON.stringify(hour))
  }

  #hour(): Hour {
    const hour = Math.floor(this.#now() / HOUR_MS)
    if (this.#current?.hour === hour) return this.#current
    this.#write()
    this.#callsBefore = undefined
    this.#sql.exec('DELETE FROM hour WHERE hour < ?', hour - KEPT_HOURS)
    const [row] = this.#sql.exec<{ json: string }>('SELECT json FROM hour WHERE hour = ?', hour).toArray()
    this.#current = row ? (JSON.parse(row.json) as Hour) : emptyHour(hour)
    return this.#current
  }
}

export function addTo(classes: number[], ms: number): void {
  const at = BOUNDS_MS.findIndex((bound) => ms <= bound)
  const place = at < 0 ? BOUNDS_MS.length : at
  classes[place] = (classes[place] ?? 0) + 1
}

/** The upper bound of the class that holds this share; `null` where nothing was counted or it has none. */
export function quantileOf(classes: readonly number[], share: number): number | null {
  const total = classes.reduce((sum, count) => sum + count, 0)
  let seen = 0
  for (const [place, count] of classes.entries()) {
    seen += count
    if (total > 0 && seen >= share * total) return BOUNDS_MS[place] ?? null
  }
  return null
}

function emptyHour(hour: number): Hour {
  const classes = () => Array.from({ length: BOUNDS_MS.length + 1 }, () => 0)
  return {
    hour,
    calls: 0,
    searches: 0,
    shared: 0,
    hits: 0,
    failures: {},
    waits: classes(),
    upstream: classes(),
  }
}
