import type { Random } from '../../fakes/gateway/catalogue/random.ts'
import { type Quantiles, quantilesOf } from './quantiles.ts'

export interface OneKey extends Quantiles {
  mean: number
  refused: number
}

/** Simulates one app key's queue. Calls leave one service time apart; a search that would wait longer than the bound is refused. */
export function playOneKey(
  load: number,
  searches: number,
  random: Random,
  refuseAbove = Number.POSITIVE_INFINITY,
): OneKey {
  const waits = new Float64Array(searches)
  let at = 0
  let freeAt = 0
  let admitted = 0
  let sum = 0
  for (let search = 0; search < searches; search++) {
    at -= Math.log(1 - random.next()) / load
    const wait = Math.max(0, freeAt - at)
    if (wait > refuseAbove) continue
    freeAt = at + wait + 1
    waits[admitted++] = wait
    sum += wait
  }
  const quantiles = quantilesOf(waits.subarray(0, admitted))
  return { ...quantiles, mean: sum / admitted, refused: 1 - admitted / searches }
}
