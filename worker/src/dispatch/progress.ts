import type { ErrorCode } from '@find-on-1688/shared'
import type { Place } from './scheduler.ts'

/** What whoever waits is told: its place in the queue, that its call left, that it leaves again. */
export type Progress =
  | { event: 'queued'; data: Place }
  | { event: 'searching'; data: { attempt: number } }
  | { event: 'retrying'; data: { reason: ErrorCode; waitMs: number } }
