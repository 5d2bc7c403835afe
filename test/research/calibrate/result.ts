import type { Thresholds } from '@find-on-1688/shared'
import type { Report } from './report.ts'
import type { SweepRow } from './sweep.ts'
import type { Tuned } from './tune.ts'

/** What a run writes to docs/verdict.json. Everything else is generated from it. */
export interface Result {
  method: string
  seed: string
  pictures: Record<'tuning' | 'held', Record<'photo' | 'product' | 'drawing', string[]>>
  thresholds: Thresholds
  tuned: Omit<Tuned, 'thresholds'>
  held: Report
  /** also of the held-out half; not used to choose */
  sweep: SweepRow[]
}
