export interface Quantiles {
  p50: number
  p95: number
  p99: number
}

/** By nearest rank. Sorts its argument. */
export function quantilesOf(values: Float64Array): Quantiles {
  values.sort()
  const at = (share: number) => values[Math.max(0, Math.ceil(share * values.length) - 1)] ?? 0
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) }
}
