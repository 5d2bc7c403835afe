import { type FailureCode, REFUSES_EVERYTHING } from '../../model/failure.ts'

/** What becomes of a batch when a search has failed. */
export type Reaction =
  /** The row has failed; the others go on. */
  | 'fail'
  /** It is sent again after the time that the failure names, or a growing one: nothing was paid, or its answer is still there. */
  | 'repeat'
  /** The row waits again, and the batch pauses: the next search would fail for the same reason. */
  | 'pause'
  /** The row has failed, and so would the next ones. */
  | 'fail_and_pause'

/** What would refuse everything else too. */
const OF_ALL: readonly FailureCode[] = [...REFUSES_EVERYTHING, 'local_network_denied']

/** The worker is full, or this client too fast: however long it lasts, waiting helps. */
const FULL: readonly FailureCode[] = ['busy', 'rate_limited', 'offline']

/** The connection broke. A worker that has sent the search finishes it, and answers the same request with what came. */
const BROKEN: readonly FailureCode[] = ['proxy_unreachable', 'proxy_timeout', 'proxy_bad_answer']
/** Five minutes, all in all: a router that starts anew, a machine that wakes. */
const MAX_BROKEN = 10

/** It may be one picture's fault. So many in a row mean that all fail, and each of 1688's failures costs a search. */
const MAX_IN_A_ROW: Partial<Record<FailureCode, number>> = {
  upstream_access_denied: 3,
  upstream_unavailable: 5,
  upstream_timeout: 5,
  upstream_throttled: 5,
  upstream_bad_response: 5,
  internal: 5,
  invalid_request: 3,
}

/**
 * @param attempt of this search, from 1
 * @param inARow how many searches before have failed with the same code, without one that succeeded
 */
export function reactionTo(code: FailureCode, attempt: number, inARow: number): Reaction {
  if (OF_ALL.includes(code)) return 'pause'
  if (FULL.includes(code)) return 'repeat'
  if (BROKEN.includes(code)) return attempt < MAX_BROKEN ? 'repeat' : 'pause'
  return inARow + 1 >= (MAX_IN_A_ROW[code] ?? Number.POSITIVE_INFINITY) ? 'fail_and_pause' : 'fail'
}

/** A failure that says when to try again is believed; otherwise 2 s, doubled each time up to a minute. */
export function waitBefore(attempt: number, retryAfterMs: number | undefined): number {
  return retryAfterMs ?? Math.min(60_000, 2000 * 2 ** (attempt - 1))
}

/** Whether a call may have left for 1688, and been counted. */
export function mayHaveCounted(code: FailureCode): boolean {
  return /^(upstream|internal)/.test(code) || mayBeUnderWay(code)
}

/** Whether the worker may still be searching, or its answer could not be saved: the same request then gets that answer. */
export function mayBeUnderWay(code: FailureCode): boolean {
  return BROKEN.includes(code) || code === 'offline' || code.startsWith('storage')
}
