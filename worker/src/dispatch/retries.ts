import { AppError } from '@find-on-1688/shared'
import type { AppCredentials, Credentials, SendCall } from '../gateway/call.ts'
import { GatewayError } from '../gateway/errors.ts'
import { postForm } from '../gateway/post.ts'
import { hideSecrets } from '../gateway/secret-leak.ts'
import { PLATFORM_FAILURES } from './circuit-breaker.ts'
import { type Clock, realClock } from './clock.ts'
import type { Progress } from './progress.ts'
import { MAX_CALL_TIMEOUT_MS, MIN_CALL_TIMEOUT_MS } from './scheduler.ts'
import type { Sender } from './sender.ts'
import type { CallOutcome, QueuePosition, Ticket } from './ticket.ts'

const MAX_RETRIES = 2
/** A platform that throttles wants at least a second of silence. */
const AFTER_THROTTLE_MS = 2000

export interface CallOptions {
  signal: AbortSignal
  sender: Sender
  ticket: Ticket
  credentials: Credentials
  onProgress(progress: Progress): void
  /** Called when a call ends, with how long it waited for its turn and how long it took. */
  onCallEnd?(waitMs: number, tookMs: number): void
  clock?: Clock
  post?: typeof postForm
}

/**
 * The calls of one ticket. Together they are retried at most twice, each time in a slot of its own, only while an
 * answer can still arrive before the deadline, and only within the retry budget.
 */
export function retryingCalls(options: CallOptions): SendCall {
  const {
    signal,
    sender,
    ticket,
    credentials,
    onProgress,
    onCallEnd,
    clock = realClock,
    post = postForm,
  } = options
  let entered = false
  let retries = 0
  let reported = 0
  let app: AppCredentials | undefined

  return async (prepare, read) => {
    let lastError: GatewayError | undefined
    for (;;) {
      const reason = lastError?.code
      const queuedAtMs = clock.now()
      let sentAtMs = queuedAtMs
      const call = {
        prepare: async (nowMs: number) => {
          app = await credentials.current()
          return prepare(nowMs, app)
        },
        onPosition: ({ position, waitMs }: QueuePosition) => {
          if (reason) onProgress({ event: 'retrying', data: { reason, waitMs: Math.round(waitMs) } })
          else if (reported === 0)
            onProgress({ event: 'queued', data: { position, waitMs: Math.round(waitMs) } })
        },
        onSent: () => {
          sentAtMs = clock.now()
          const attempt = retries + 1
          if (attempt > reported) onProgress({ event: 'searching', data: { attempt } })
          reported = attempt
        },
        send: async ({ url, params }: Awaited<ReturnType<typeof prepare>>) => {
          const timeoutMs = Math.max(1, Math.min(MAX_CALL_TIMEOUT_MS, ticket.deadlineAtMs - clock.now()))
          try {
            return read(await post(signal, url, params, timeoutMs))
          } catch (error) {
            if (error instanceof GatewayError) hideSecrets(error, [app?.appSecret, ...Object.values(params)])
            throw error
          } finally {
            onCallEnd?.(sentAtMs - queuedAtMs, clock.now() - sentAtMs)
          }
        },
        outcomeOf: (error: unknown) => outcomeOf(error, signal),
      }
      try {
        const first = !entered
        entered = true
        const answer = first
          ? await sender.sendFirst(signal, ticket, call)
          : await sender.sendNext(signal, ticket, call, reason !== undefined)
        ticket.calls = Math.max(1, ticket.calls - 1)
        return answer
      } catch (error) {
        // A retry whose turn never came fails with what made it necessary.
        if (!(error instanceof GatewayError)) throw lastError && error instanceof AppError ? lastError : error
        lastError = withWait(error)
        const inTime = !signal.aborted && ticket.deadlineAtMs - clock.now() > MIN_CALL_TIMEOUT_MS
        if (
          !inTime ||
          retries >= MAX_RETRIES ||
          !(await isWorthRetrying(lastError, credentials, app?.accessToken))
        )
          throw lastError
        if (!sender.takeRetry(ticket)) throw lastError
        retries++
      }
    }
  }
}

/** A retry helps if the platform faltered, or if a fresh token replaces a refused one. */
async function isWorthRetrying(
  { retryable, isTokenRefusal }: GatewayError,
  credentials: Credentials,
  token: string | undefined,
): Promise<boolean> {
  return isTokenRefusal ? credentials.renew(token) : retryable
}

function outcomeOf(error: unknown, signal: AbortSignal): CallOutcome {
  if (!(error instanceof GatewayError)) return 'answered'
  if (error.code === 'upstream_throttled') return 'throttled'
  // A failure for an unknown reason is not retryable: it does not say that the platform is down.
  if (!PLATFORM_FAILURES.some((code) => code === error.code) || !error.retryable) return 'answered'
  return signal.aborted ? 'aborted' : { failed: error.code }
}

function withWait(error: GatewayError): GatewayError {
  if (error.code !== 'upstream_throttled') return error
  return new GatewayError(error.code, error.message, {
    retryable: error.retryable,
    retryAfterMs: AFTER_THROTTLE_MS,
  })
}
