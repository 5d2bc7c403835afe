import { seeded } from '../../../fakes/gateway/catalogue/random.ts'
import { DAY_S, HOUR_S, PLANNED_LOAD, REFUSE_ABOVE_MS, SECOND_ABOVE_MS } from '../assumptions.ts'
import { peakRate } from '../demand.ts'
import { playPeak } from '../peak.ts'
import { planFor, rateAt } from '../plan.ts'
import { equalKeys } from '../routing.ts'
import { ofPeak, percent, pictures, type Row, round } from './row.ts'

/** The planned busiest hour for each size, or part of it. */
export function peakRows(): Row[] {
  const sizes: [users: number, seconds: number][] = [
    [1e4, 4 * HOUR_S],
    [1e5, HOUR_S],
    [1e6, 600],
    [1e7, 120],
  ]
  return sizes.map(([users, seconds]) => {
    const keys = equalKeys(planFor(users, DAY_S, pictures).keys)
    const peak = {
      pictures,
      rate: peakRate(users),
      lifeS: DAY_S,
      keys,
      seconds,
      secondAboveMs: SECOND_ABOVE_MS,
    }
    const played = playPeak(peak, seeded(`peak ${users}`))
    return {
      users,
      keys: keys.length,
      minutes: seconds / 60,
      hits: percent(played.hits),
      merged: percent(played.merged, 3),
      meanLoad: round(played.loads.reduce((sum, load) => sum + load, 0) / keys.length, 2),
      ...ofPeak(played),
    }
  })
}

/** Twelve keys under growing load, trying the second choice at different waits of the first. */
export function secondChoiceRows(seconds = 2 * HOUR_S): Row[] {
  const keys = equalKeys(12)
  return [0.7, 0.85, 0.95, 1.05].flatMap((load) => {
    const rate = rateAt(load, keys.length, DAY_S, pictures)
    return [Number.POSITIVE_INFINITY, REFUSE_ABOVE_MS, SECOND_ABOVE_MS, 0].map((secondAboveMs) => {
      const peak = { pictures, rate, lifeS: DAY_S, keys, seconds, secondAboveMs }
      const played = playPeak(peak, seeded(`second choice ${load}`))
      return { load, secondAboveMs: `${secondAboveMs}`, ...ofPeak(played) }
    })
  })
}

/** One key of several is suspended while demand is the planned one for all of them. */
export function setAsideRows(seconds = 2 * HOUR_S): Row[] {
  return [2, 3, 6, 12, 88].map((count) => {
    const peak = {
      pictures,
      rate: rateAt(PLANNED_LOAD, count, DAY_S, pictures),
      lifeS: DAY_S,
      keys: equalKeys(count).slice(1),
      seconds: count > 20 ? seconds / 8 : seconds,
      secondAboveMs: SECOND_ABOVE_MS,
    }
    const loadOfOthers = round((PLANNED_LOAD * count) / (count - 1), 2)
    return { keys: count, loadOfOthers, ...ofPeak(playPeak(peak, seeded(`set aside ${count}`))) }
  })
}
