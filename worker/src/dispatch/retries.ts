import { AppError, type ErrorCode } from '@find-on-1688/shared'
import type { Credentials, SendCall } from '../gateway/call.ts'
import { GatewayFailure } from '../gateway/failure.ts'
import { postForm } from '../gateway/post.ts'
import { type Clock, realClock } from './clock.ts'
import type { Progress } from './progress.ts'
import { type Landing, LEAST_CALL_MS, MOST_CALL_MS, type Ticket } from './scheduler.ts'
import type { Departures } from './sender.ts'

const MAX_RETRIES = 2
/** A throttled platform wants at least a second. */
const AFTER_THROTTLE_MS = 2000

export interface Attempts {
  signal: AbortSignal
  departures: Departures
  ticket: Ticket
  credentials: Credentials
  tell(progress: Progress): void
  /** Told of every call that came to an end: how long it waited for its turn, and how long it took. */
  ended?(waitMs: number, tookMs: number): void
  clock?: Clock
  post?: typeof postForm
}

/**
 * The calls of one ticket. Together they are repeated at most twice, each time in a slot of its own, only while an
 * answer can still come before the deadline, and only while the budget for retries lasts.
 */
export function callsOf(attempts: Attempts): SendCall {
  const {
    signal,
    departures,
    ticket,
    credentials,
    tell,
    ended,
    clock = realClock,
    post = postForm,
  } = attempts
  let entered = false
  let retries = 0
  let told = 0
  let token: string | undefined

  return async (prepare, read) => {
    let failure: GatewayFailure | undefined
    for (;;) {
      const reason = failure?.code
      const askedAtMs = clock.now()
      let departedAtMs = askedAtMs
      const call = {
        prepare: async (nowMs: number) => {
          const app = await credentials.current()
          token = app.accessToken
          return prepare(nowMs, app)
        },
        placed: (place: { position: number; waitMs: number }) => {
          if (reason) tell({ event: 'retrying', data: { reason, waitMs: Math.round(place.waitMs) } })
          else if (told === 0) tell({ event: 'queued', data: { ...place, waitMs: Math.round(place.waitMs) } })
        },
        departed: () => {
          departedAtMs = clock.now()
          const attempt = retries + 1
          if (attempt > told) tell({ event: 'searching', data: { attempt } })
          told = attempt
        },
        send: async ({ url, params }: Awaited<ReturnType<typeof prepare>>) => {
          const timeoutMs = Math.max(1, Math.min(MOST_CALL_MS, ticket.deadlineAtMs - clock.now()))
          try {
            return read(await post(signal, url, params, timeoutMs))
          } finally {
            ended?.(departedAtMs - askedAtMs, clock.now() - departedAtMs)
          }
        },
        landing: (error: unknown) => landingOf(error, signal),
      }
      try {
        const first = !entered
        entered = true
        const answer = first
          ? await departures.enter(signal, ticket, call)
          : await departures.follow(signal, ticket, call, reason !== undefined)
        ticket.calls = Math.max(1, ticket.calls - 1)
        return answer
      } catch (error) {
        // A repeated call whose turn did not come ends with what made it necessary.
        if (!(error instanceof GatewayFailure)) throw failure && error instanceof AppError ? failure : error
        failure = withWait(error)
        const inTime = ticket.deadlineAtMs - clock.now() > LEAST_CALL_MS
        if (!inTime || retries >= MAX_RETRIES || !(await mayHelp(failure, credentials, token))) throw failure
        if (!departures.takeRetry()) throw failure
        retries++
      }
    }
  }
}

/** Another try helps where the platform faltered, or where a fresh token takes the place of a refused one. */
async function mayHelp(
  { code, retryable }: GatewayFailure,
  credentials: Credentials,
  token: string | undefined,
): Promise<boolean> {
  return code === 'upstream_unauthorized' ? credentials.renew(token) : retryable
}

const FAULTS_OF_PLATFORM = new Set<ErrorCode>(['upstream_unavailable', 'upstream_timeout'])

function landingOf(error: unknown, signal: AbortSignal): Landing {
  if (!(error instanceof GatewayFailure)) return 'answered'
  if (error.code === 'upstream_throttled') return 'throttled'
  if (!FAULTS_OF_PLATFORM.has(error.code)) return 'answered'
  return signal.aborted ? 'cut' : { failed: error.code }
}

function withWait(failure: GatewayFailure): GatewayFailure {
  if (failure.code !== 'upstream_throttled') return failure
  return new GatewayFailure(failure.code, failure.message, {
    retryable: failure.retryable,
    retryAfterMs: AFTER_THROTTLE_MS,
  })
}
