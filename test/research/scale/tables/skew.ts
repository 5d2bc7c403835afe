import { CALL_MS, DAY_S, HOUR_S } from '../assumptions.ts'
import { peakRate } from '../demand.ts'
import { searchesInLife } from '../peak.ts'
import { planFor } from '../plan.ts'
import { type AppKey, choose, equalKeys } from '../routing.ts'
import { spreadOver } from '../spread.ts'
import { percent, pictures, type Row, round } from './row.ts'

/** The hottest key relative to the mean, by what keeps identical searches from becoming separate calls. */
export function spreadRows(): Row[] {
  return [1e5, 1e6, 1e7].map((users) => {
    const rate = peakRate(users)
    const keys = equalKeys(planFor(users, DAY_S, pictures).keys)
    const hottest = (searches: number) => round(Math.max(...spreadOver(keys, pictures, searches)), 2)
    return {
      users,
      keys: keys.length,
      nothing: hottest(0),
      singleFlightOnly: hottest((rate * 2 * CALL_MS) / 1000),
      cache1h: hottest(searchesInLife(rate, HOUR_S)),
      cache24h: hottest(searchesInLife(rate, DAY_S)),
    }
  })
}

export function weightRows(): Row[] {
  const keys = [1, 1, 2, 0.25].map((weight, id) => ({ id, weight }))
  const sum = keys.reduce((total, { weight }) => total + weight, 0)
  const got = sharesOf(keys)
  return keys.map(({ id, weight }) => ({
    weight,
    due: percent(weight / sum),
    got: percent(got.get(id) ?? 0),
  }))
}

const LOOKED = 100_000

/** Each key's share of the pictures. */
function sharesOf(keys: readonly AppKey[]): Map<number, number> {
  const shares = new Map<number, number>()
  for (let picture = 1; picture <= LOOKED; picture++) {
    const [{ id }] = choose(picture, keys)
    shares.set(id, (shares.get(id) ?? 0) + 1 / LOOKED)
  }
  return shares
}
