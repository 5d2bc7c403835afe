import type { ErrorCode } from '@find-on-1688/shared'
import { GatewayError } from '../gateway/errors.ts'
import { asAppError } from '../unexpected.ts'

/** An error loses its class on the way out of a Durable Object, so failures travel as data. */
export interface Failure {
  code: ErrorCode
  detail: string
  retryAfterMs: number | undefined
  /** Whether the platform refuses the app key, so that another key may do better. */
  isKeyRefusal: boolean
}

/** What an answer cost: calls, the wait for their turns, and the platform's own time. */
export interface Cost {
  calls: number
  waitMs: number
  upstreamMs: number
}

/** An answer and what it cost; `cached` if a recent answer served it at no further cost. */
export interface Completed<T> {
  answer: T
  cost: Cost
  cached: boolean
}

/**
 * How a job ended. `paid`: a call left for the platform on this request's account. Of several requests that share a search
 * only one pays.
 */
export type Reply<T> = { paid: boolean; usedToday: number } & Ending<T>
export type Ending<T> =
  | { completed: Completed<T>; failure?: undefined }
  | { completed?: undefined; failure: Failure }

export function failureOf(error: unknown): Failure {
  const { code, message, retryAfterMs } = asAppError(error, { object: 'dispatcher' })
  const isKeyRefusal = error instanceof GatewayError && error.isKeyRefusal
  return { code, detail: message, retryAfterMs, isKeyRefusal }
}
