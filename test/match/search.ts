import { setTimeout as sleep } from 'node:timers/promises'
import type { SearchAnswer } from '@find-on-1688/shared'
import { type Client, createClient } from '@find-on-1688/shared/client'
import { mayHaveCounted, reactionTo, waitBefore } from '../../extension/src/batch/run/retries.ts'
import type { Failure, FailureCode } from '../../extension/src/model/failure.ts'
import type { Settings } from './arguments.ts'
import { failureOf } from './failure.ts'
import type { Query } from './journal.ts'

export type StopReason = Failure | { code: 'budget' }

/** No other search could succeed now: the run ends, and goes on when it is started again. */
export class StopError extends Error {
  readonly failure: StopReason

  constructor(failure: StopReason) {
    super(failure.code)
    this.failure = failure
  }
}

/** A picture without an answer. */
export class SearchError extends Error {
  readonly failure: Failure
  /** The same picture would be refused again. */
  readonly isFinal: boolean

  constructor(failure: Failure) {
    super(failure.code)
    this.failure = failure
    this.isFinal = REFUSES_PICTURE.includes(failure.code)
  }
}

const REFUSES_PICTURE: readonly FailureCode[] = [
  'invalid_request',
  'image_too_large',
  'image_unsupported',
  'upstream_rejected_image',
]

/** The run that a search is part of. */
export interface SearchRun {
  /** How many searches of all have failed one after the other, and how. */
  readonly failing: { code: FailureCode | undefined; inARow: number }
  /** Called before each request leaves. */
  onSend(): void
  /** Called where a request may have counted as a search of the day. */
  onCounted(): void
  /** Called where the next search would fail like this one. */
  onStop(reason: StopReason): void
}

/** What tests replace. */
export interface SearchOptions {
  fetch?: typeof globalThis.fetch
  wait?: (signal: AbortSignal, ms: number) => Promise<unknown>
}

export const abortableWait = (signal: AbortSignal, ms: number) => sleep(ms, undefined, { signal })

/**
 * Searches for one picture in the batch lane, which lets people's searches go first. Waits as long as the worker says, and
 * sends the very same request again where it is unknown what became of it: the worker knows it again and counts it once.
 * When to wait, to fail and to stop is as in the extension.
 *
 * @throws SearchError for this picture, StopError for all; the signal's reason
 */
export async function search(
  signal: AbortSignal,
  settings: Pick<Settings, 'worker' | 'clientKey'>,
  jpeg: Buffer,
  query: Query,
  run: SearchRun,
  { fetch, wait = abortableWait }: SearchOptions = {},
): Promise<SearchAnswer> {
  const connection = { address: settings.worker, key: settings.clientKey }
  const client = createClient(connection, { fetch, retries: { attempts: 1 } })
  for (let attempt = 1; ; attempt++) {
    run.onSend()
    const outcome = await post(client, signal, jpeg, query)
    signal.throwIfAborted()
    if ('offers' in outcome) {
      Object.assign(run.failing, { code: undefined, inARow: 0 })
      if (!outcome.cached) run.onCounted()
      return outcome
    }
    const { code, retryAfterMs } = outcome
    if (mayHaveCounted(code)) run.onCounted()
    const before = run.failing.code === code ? run.failing.inARow : 0
    const reaction = reactionTo(code, attempt, before)
    if (reaction === 'pause') throw new StopError(outcome)
    if (reaction === 'repeat') {
      // Not all of them at the same moment.
      await wait(signal, waitBefore(attempt, retryAfterMs) * (1 + Math.random() / 10))
      continue
    }
    Object.assign(run.failing, { code, inARow: before + 1 })
    if (reaction === 'fail_and_pause') run.onStop(outcome)
    throw new SearchError(outcome)
  }
}

/** Sent once: when to send it again is the run's matter. */
async function post(
  client: Client,
  signal: AbortSignal,
  jpeg: Buffer,
  query: Query,
): Promise<SearchAnswer | Failure> {
  return client.search(jpeg, { ...query, priority: 'batch' }, { signal }).catch((error: unknown) => {
    signal.throwIfAborted()
    return failureOf(error)
  })
}
