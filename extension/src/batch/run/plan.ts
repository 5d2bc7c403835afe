import { getUsage } from '../../api/get-usage.ts'
import { requireProxy } from '../../api/settings.ts'
import { type BatchRow, namedPicture } from '../../model/batch.ts'

/** Of fewer answers no pace can be told. */
const MIN_ANSWERS = 5
/** What is longer ago says little about the pace of now. */
const MEASURED_MS = 120_000

/** What a batch is, what it will take, and how far it is. Everything is counted; nothing is guessed. */
export interface Plan {
  products: number
  /** With a picture that is read or can be; the others are not searched. */
  withPicture: number
  /** Pictures that several rows share, by their bytes or by their address: rows that cost no search of their own. */
  identical: number
  /** Rows whose picture is still to be read. */
  unread: number
  /** Searches that it will still take, at most: pictures that are not read yet may turn out to be the same, or no picture. */
  searches: number
  done: number
  failed: number
  /** Until the last search is answered, at the pace of the last two minutes; `null` until that is measured. */
  timeLeftMs: number | null
}

/** @param now ms since the epoch */
export function planOf(rows: readonly BatchRow[], now = Date.now()): Plan {
  const keys = new Set<string>()
  const remaining = new Set<string>()
  const answers = new Map<string, number>()
  const plan = { products: rows.length, withPicture: 0, unread: 0, done: 0, failed: 0 }
  for (const row of rows) {
    if (row.state === 'done') plan.done++
    if (row.state === 'failed') plan.failed++
    if (row.digest && row.outcome) answers.set(row.digest, row.outcome.at)
    const key = pictureKey(row)
    if (key === undefined) continue
    plan.withPicture++
    keys.add(key)
    if (row.digest === null) plan.unread++
    if (row.state !== 'done' && row.state !== 'failed') remaining.add(key)
  }
  // Searched for another row already: these take no search any more.
  const searches = [...remaining].filter((key) => !answers.has(key)).length
  const timeLeftMs = timeLeft(searches, [...answers.values()], now)
  return { ...plan, identical: plan.withPicture - keys.size, searches, timeLeftMs }
}

/** What tells pictures apart; `undefined` for a row that has none or none that could be read. */
function pictureKey({ digest, picture, state }: BatchRow): string | undefined {
  if (digest !== null) return digest
  return state === 'failed' ? undefined : (namedPicture(picture) ?? undefined)
}

function timeLeft(searches: number, answeredAt: readonly number[], now: number): number | null {
  if (searches === 0) return 0
  const recent = answeredAt.filter((at) => now - at <= MEASURED_MS)
  if (recent.length < MIN_ANSWERS) return null
  return Math.round((searches * (now - Math.min(...recent))) / recent.length)
}

/**
 * How many searches the client key may still make today. Costs none.
 *
 * @returns `null` if the key has no limit, or the worker does not say
 * @throws AppError of `request`
 */
export async function searchesLeftToday(signal: AbortSignal): Promise<number | null> {
  const usage = await getUsage(signal, await requireProxy())
  const { limit = null, used = 0 } = usage?.dailySearches ?? {}
  return limit === null ? null : Math.max(0, limit - used)
}
