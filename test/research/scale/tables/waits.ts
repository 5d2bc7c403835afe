import { seeded } from '../../../fakes/gateway/catalogue/random.ts'
import { PLANNED_LOAD, REFUSE_ABOVE_MS, SPACING_MS } from '../assumptions.ts'
import { playOneKey } from '../one-key.ts'
import { meanWait, waitQuantile } from '../waiting.ts'
import { percent, type Row, round } from './row.ts'

/** Waits at one key in milliseconds: by formula, simulated, and simulated with longer waits refused. */
export function waitRows(searches = 2e6): Row[] {
  return [0.5, 0.6, 0.7, 0.8, 0.9, 0.95].map((load) => {
    const played = playOneKey(load, searches, seeded(`wait ${load}`))
    const bounded = playOneKey(load, searches, seeded(`bounded ${load}`), REFUSE_ABOVE_MS / SPACING_MS)
    return {
      load,
      meanFormula: ms(meanWait(load)),
      meanPlayed: ms(played.mean),
      'formula p50/95/99': [0.5, 0.95, 0.99].map((share) => ms(waitQuantile(load, share))).join(' / '),
      'played p50/95/99': [played.p50, played.p95, played.p99].map(ms).join(' / '),
      boundedP95: ms(bounded.p95),
      boundedRefused: percent(bounded.refused, 2),
    }
  })
}

/** Calls per second of one object, which may have five in flight. */
export function inFlightRows(): Row[] {
  return [400, 1835, 3000, 5000, 8000].map((callMs) => {
    const rate = Math.min(1000 / SPACING_MS, 5000 / callMs)
    const planned = PLANNED_LOAD * (1000 / SPACING_MS)
    return { callMs, callsASecond: round(rate, 2), loadAtPlannedDemand: round(planned / rate, 2) }
  })
}

function ms(wait: number): number {
  return Math.round(wait * SPACING_MS)
}
