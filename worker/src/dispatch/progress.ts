import type { ErrorCode } from '@find-on-1688/shared'
import type { QueuePosition } from './ticket.ts'

/** Progress events of a waiting request: its position in the queue, that its call was sent, that it will be retried. */
export type Progress =
  | { event: 'queued'; data: QueuePosition }
  | { event: 'searching'; data: { attempt: number } }
  | { event: 'retrying'; data: { reason: ErrorCode; waitMs: number } }

/** Over RPC, so it may fail where no one listens any more. */
export type OnProgress = (progress: Progress) => Promise<void>
