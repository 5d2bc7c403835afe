import type { Random } from '../../fakes/gateway/catalogue/random.ts'
import { HOUR_S } from './assumptions.ts'
import { HOURS } from './demand.ts'
import type { Life } from './hits.ts'
import type { Zipf } from './zipf.ts'

export interface Days {
  pictures: Zipf
  searchesADay: number
  lifeS: number
  life?: Life
  /** Hours that only fill the cache, and hours that count after them. */
  warmHours: number
  countedHours: number
  /** The hour of the day at which it starts. */
  startHour: number
}

/** Simulates every search of some hours and returns the share of the counted ones that the cache answered. */
export function playDays(days: Days, random: Random): number {
  const { pictures, searchesADay, lifeS, life = 'fixed', warmHours, countedHours, startHour } = days
  const until = new Float32Array(pictures.count + 1)
  let hits = 0
  let counted = 0
  for (let hour = 0; hour < warmHours + countedHours; hour++) {
    const rate = ((HOURS[(startHour + hour) % 24] ?? 0) * searchesADay) / HOUR_S
    let atS = hour * HOUR_S
    for (;;) {
      atS -= Math.log(1 - random.next()) / rate
      if (atS >= (hour + 1) * HOUR_S) break
      const rank = pictures.draw(random)
      const isHit = (until[rank] ?? 0) > atS
      if (!isHit || life === 'renewed') until[rank] = atS + lifeS
      if (hour < warmHours) continue
      counted++
      if (isHit) hits++
    }
  }
  return hits / counted
}
