import { DAY_S, HOUR_S } from '../assumptions.ts'
import { billOf } from '../cost.ts'
import { planFor } from '../plan.ts'
import { percent, pictures, type Row, round } from './row.ts'

/** A lifetime of 0 h means no cache. */
export function costRows(callsASearch: number, lives: number[] = [DAY_S, HOUR_S, 0]): Row[] {
  return lives.flatMap((lifeS) =>
    [1e3, 1e4, 1e5, 1e6, 1e7].map((users) => {
      const { hits, calls, keys } = planFor(users, lifeS, pictures, callsASearch)
      const { dollars, perThousand, largest, items } = billOf({ users, keys, hits, callsASearch, lifeS })
      return {
        lifeH: lifeS / HOUR_S,
        users,
        keys,
        hits: percent(hits),
        callsAtPeak: round(calls, 2),
        dollars: round(dollars, dollars < 100 ? 2 : 0),
        perThousand: round(perThousand, 4),
        largest: `${largest} ${Math.round(items[largest] ?? 0)}`,
      }
    }),
  )
}
