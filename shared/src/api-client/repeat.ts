import { ApiError } from './failure.ts'

/** What a request does, which decides when it may be sent again. */
export type Effect =
  /** Costs nothing and changes nothing. */
  | 'read'
  /** Counts as a search once its first call has left for 1688, whether or not its answer arrives. */
  | 'search'
  /** As a search; but if it breaks off, the worker finishes it and gives the same request its answer, counted once. */
  | 'batch-search'
  /** Sent twice it would do something twice. */
  | 'change'

export interface Retries {
  /** How often a request is sent at most, the first time included; 1 never repeats. */
  attempts: number
  /** How long to wait at most between them, all in all, in ms. */
  maxWaitMs: number
}

export const DEFAULT_RETRIES: Retries = { attempts: 4, maxWaitMs: 60_000 }

/** The worker answers with these before any call leaves, and says when to come back. */
const COST_NOTHING: readonly ApiError['code'][] = ['busy', 'rate_limited', 'quota_exhausted']
/** What became of the request is unknown. */
const BROKEN: readonly ApiError['code'][] = ['proxy_unreachable', 'proxy_timeout', 'proxy_cut_off']
const FIRST_WAIT_MS = 1000

/**
 * How long to wait before a request may be sent again, in ms; `undefined` if that would not help, or might pay for the same search
 * twice. The worker has retried 1688's failures itself before it reports one.
 *
 * @param attempt how often it was sent
 */
function waitBefore({ code, retryAfterMs }: ApiError, effect: Effect, attempt: number): number | undefined {
  if (BROKEN.includes(code)) {
    const isHarmless = effect === 'read' || effect === 'batch-search'
    return isHarmless ? (retryAfterMs ?? FIRST_WAIT_MS * 2 ** (attempt - 1)) : undefined
  }
  return effect === 'read' || COST_NOTHING.includes(code) ? retryAfterMs : undefined
}

export interface RepeatOptions {
  retries: Retries
  signal: AbortSignal | undefined
  onRetry: ((failure: ApiError, waitMs: number) => void) | undefined
}

/**
 * Sends until there is an answer, as long as waiting helps and costs nothing.
 *
 * @throws ApiError of the last attempt, or `aborted`
 */
export async function repeat<T>(
  send: () => Promise<T>,
  effect: Effect,
  { retries, signal, onRetry }: RepeatOptions,
): Promise<T> {
  let leftMs = retries.maxWaitMs
  for (let attempt = 1; ; attempt++) {
    try {
      return await send()
    } catch (error) {
      if (!(error instanceof ApiError) || attempt >= retries.attempts) throw error
      const needed = waitBefore(error, effect, attempt)
      if (needed === undefined || needed > leftMs) throw error
      // Not all clients at the same moment.
      const waitMs = Math.min(leftMs, needed * (1 + Math.random() / 10))
      leftMs -= waitMs
      onRetry?.(error, waitMs)
      await sleep(waitMs, signal)
    }
  }
}

function sleep(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const stopped = () => {
      clearTimeout(timer)
      reject(new ApiError('aborted', 'The request was stopped.', { cause: signal?.reason }))
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stopped)
      resolve()
    }, ms)
    if (signal?.aborted) return stopped()
    signal?.addEventListener('abort', stopped, { once: true })
  })
}
