import { CALL_MS, HOUR_S, SPACING_MS } from './assumptions.ts'
import { HOURS, searchesADay } from './demand.ts'
import { PRICES, type Priced, priceOf } from './prices.ts'
import { meanWait } from './waiting.ts'

const DAYS = 30
/** Measured for a 200 KB picture: digest, base64, form, HMAC. A cache hit needs only the digest, but is charged the same. */
const CPU_MS = 1.2
const OBJECT_GB = 0.128
/** Counting a client's search reads one row and writes one. */
const COUNT_S = 0.01
/** Twenty offers as JSON. */
const ANSWER_GB = 12e3 / 1e9

export interface Bill {
  dollars: number
  perThousand: number
  largest: string
  items: Record<string, number>
}

export interface Month {
  users: number
  keys: number
  hits: number
  callsASearch: number
  /** 0: answers are not cached. */
  lifeS: number
}

/** What Cloudflare charges for a month. What 1688 charges for its calls is not included. */
export function billOf({ users, keys, hits, callsASearch, lifeS }: Month): Bill {
  const searches = searchesADay(users) * DAYS
  const misses = searches * (1 - hits)
  const keepsAnswers = lifeS > 0
  const amounts: Record<Priced, number> = {
    workerRequests: searches,
    workerCpuMs: searches * CPU_MS,
    objectRequests: misses * 2,
    objectGbSeconds:
      keys * awakeSeconds((misses * callsASearch) / DAYS / keys) * OBJECT_GB + misses * COUNT_S * OBJECT_GB,
    rowsWritten: misses * rowsWrittenFor(callsASearch),
    rowsRead: misses * (2 + callsASearch),
    kvReads: searches * (keepsAnswers ? 2 : 1),
    kvWrites: keepsAnswers ? misses : 0,
    kvGb: ((misses / DAYS) * lifeS * ANSWER_GB) / (24 * HOUR_S),
  }
  const items: Record<string, number> = { plan: PRICES.planAMonth }
  for (const [what, amount] of Object.entries(amounts) as [Priced, number][])
    items[what] = priceOf(what, amount)
  const dollars = Object.values(items).reduce((sum, item) => sum + item, 0)
  const [largest = ''] = Object.entries(items).reduce((most, item) => (item[1] > most[1] ? item : most))
  return { dollars, perThousand: (dollars / searches) * 1000, largest, items }
}

/** The slot of each call and the client's count. With an upload also the picture's id: insert, delete, and index. */
function rowsWrittenFor(callsASearch: number): number {
  return callsASearch === 1 ? 2 : 7
}

/** How long a key's object is awake in a month: in each hour, while anyone waits for it. */
function awakeSeconds(callsADay: number): number {
  return HOURS.reduce((sum, share) => {
    const rate = (share * callsADay) / HOUR_S
    const load = Math.min(0.95, (rate * SPACING_MS) / 1000)
    const heldS = (CALL_MS + meanWait(load) * SPACING_MS) / 1000
    return sum + (1 - Math.exp(-rate * heldS)) * HOUR_S * DAYS
  }, 0)
}
