import { PICTURES, ZIPF_EXPONENT } from '../assumptions.ts'
import type { PeakResult } from '../peak.ts'
import { zipf } from '../zipf.ts'

export type Row = Record<string, number | string>

export const pictures = zipf(PICTURES, ZIPF_EXPONENT)

/** The last columns of every table of simulated peaks. */
export function ofPeak({ p50, p95, p99, second, refused }: PeakResult): Row {
  const waitMs = [p50, p95, p99].map(Math.round).join(' / ')
  return { waitMs, second: percent(second), refused: percent(refused, 2) }
}

export function percent(share: number, digits = 1): string {
  return `${(share * 100).toFixed(digits)} %`
}

export function round(value: number, digits: number): number {
  return Number(value.toFixed(digits))
}
