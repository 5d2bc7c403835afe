import type { Thresholds } from '@find-on-1688/shared'
import type { Report } from './report.ts'
import type { SweepRow } from './sweep.ts'
import type { Tuned } from './tune.ts'

/** What a run leaves in docs/verdict.json; everything else is written from it. */
export interface Result {
  method: string
  seed: string
  pictures: Record<'tuning' | 'held', Record<'photo' | 'product' | 'drawing', string[]>>
  thresholds: Thresholds
  tuned: Omit<Tuned, 'thresholds'>
  held: Report
  /** of the held-out half, too, and not used to choose */
  sweep: SweepRow[]
}
