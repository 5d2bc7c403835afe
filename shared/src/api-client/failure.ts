import type { ErrorCode } from '../errors.ts'

/** What can go wrong beside what the worker itself answers. */
const CLIENT_CODES = [
  /** The address, the key or the token cannot be right, or the key would be shown to the network. Nothing was sent. */
  'invalid_connection',
  /** The caller's signal ended it. */
  'aborted',
  /** No connection, or something in front of the worker said that it is not there. */
  'proxy_unreachable',
  'proxy_timeout',
  /** The address leads elsewhere. The key was not sent along. */
  'proxy_redirected',
  /** Something else answers at the address, such as the login page of a network. */
  'proxy_bad_answer',
  /** The answer began, and broke off. */
  'proxy_cut_off',
] as const

export type ApiErrorCode = ErrorCode | (typeof CLIENT_CODES)[number]

interface Particulars {
  status?: number | undefined
  requestId?: string | undefined
  retryAfterMs?: number | undefined
  cause?: unknown
}

/**
 * Every failure of a request. `detail` is a sentence for people, without the key; it may quote 1688's words in “ ”. `status`
 * and `requestId` are missing where nothing was answered, `retryAfterMs` where waiting does not help or nobody knows.
 */
export class ApiError extends Error {
  readonly code: ApiErrorCode
  readonly detail: string
  readonly status: number | undefined
  /** The operator finds the request by it in the worker's log. */
  readonly requestId: string | undefined
  readonly retryAfterMs: number | undefined

  constructor(code: ApiErrorCode, detail: string, { cause, ...rest }: Particulars = {}) {
    super(`${detail} (${code})`, cause === undefined ? undefined : { cause })
    this.name = 'ApiError'
    this.code = code
    this.detail = detail
    this.status = rest.status
    this.requestId = rest.requestId
    this.retryAfterMs = rest.retryAfterMs
  }
}
