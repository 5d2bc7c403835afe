import { seeded } from '../../../fakes/gateway/catalogue/random.ts'
import { DAY_S, HOUR_S, PLANNED_LOAD, SPACING_MS } from '../assumptions.ts'
import { playDays } from '../day.ts'
import { peakRate, searchesADay } from '../demand.ts'
import { hitRate } from '../hits.ts'
import { searchesInLife } from '../peak.ts'
import { planFor, usersOf } from '../plan.ts'
import { waitQuantile } from '../waiting.ts'
import { percent, pictures, type Row, round } from './row.ts'

/** Keys by number of users, and the same with 350 ms between calls, which 50 ms of jitter would allow. */
export function planRows(): Row[] {
  return [1e3, 1e4, 1e5, 1e6, 1e7].flatMap((users) =>
    [HOUR_S, DAY_S].map((lifeS) => {
      const { hits, calls, keys } = planFor(users, lifeS, pictures)
      return {
        users,
        lifeH: lifeS / HOUR_S,
        hits: percent(hits),
        hitsIfRenewed: percent(hitRate(pictures, searchesInLife(peakRate(users), lifeS), 'renewed')),
        callsAtPeak: round(calls, 2),
        keys,
        keysAt350Ms: planFor(users, lifeS, pictures, 1, 350).keys,
        keysTwoCalls: planFor(users, lifeS, pictures, 2).keys,
      }
    }),
  )
}

/** What one key carries at the planned load. */
export function oneKeyRows(): Row[] {
  return [1, 2].map((calls) => ({
    callsASearch: calls,
    usersUncached: Math.round(usersOf(1, 0, pictures, calls)),
    users1h: Math.round(usersOf(1, HOUR_S, pictures, calls)),
    users24h: Math.round(usersOf(1, DAY_S, pictures, calls)),
    p95WaitMs: Math.round(calls * SPACING_MS * waitQuantile(PLANNED_LOAD, 0.95)),
  }))
}

/** Simulates every search against the cache: a lifetime of 24 h over a day after a warm-up day, 1 h over the busiest hours. */
export function playedHitRows(sizes: number[] = [1e4, 1e5, 1e6]): Row[] {
  return sizes.flatMap((users) =>
    [
      { lifeS: HOUR_S, warmHours: 2, countedHours: 1, startHour: 18 },
      { lifeS: DAY_S, warmHours: 24, countedHours: 24, startHour: 0 },
    ].map((hours) => {
      const days = { pictures, searchesADay: searchesADay(users), ...hours }
      return {
        users,
        lifeH: hours.lifeS / HOUR_S,
        formula: percent(hitRate(pictures, searchesInLife(peakRate(users), hours.lifeS))),
        played: percent(playDays(days, seeded(`hits ${users} ${hours.lifeS}`))),
      }
    }),
  )
}
