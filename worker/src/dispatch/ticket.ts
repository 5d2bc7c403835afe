import type { ErrorCode } from '@find-on-1688/shared'

/** In the order in which they are served. A person waits for the first two. */
export type Lane = 'search' | 'detail' | 'batch'

/** A search or an offer request, from its first call to its last. Times are on the clock that is passed in. */
export interface Ticket {
  client: string
  lane: Lane
  /** Calls it still has to make if all goes well. */
  calls: number
  /** Memory it holds. */
  bytes: number
  /** Moves as others join. */
  readonly deadlineAtMs: number
}

export interface QueuePosition {
  /** 1 is next. */
  position: number
  waitMs: number
}

export interface Refusal {
  code: ErrorCode
  retryAfterMs: number
}

/** How a call ended; `aborted` if no one waited for it any more. */
export type CallOutcome = 'answered' | 'throttled' | 'aborted' | { failed: ErrorCode }
