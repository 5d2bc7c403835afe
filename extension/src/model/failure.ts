import type { ErrorCode } from '@find-on-1688/shared'

/** The worker's codes, and what can go wrong before the worker is reached. */
export type FailureCode =
  | ErrorCode
  | 'picture_unreadable'
  | 'picture_not_loaded'
  | 'picture_too_large'
  | 'picture_format'
  | 'picture_damaged'
  | 'picture_blank'
  | 'picture_empty'
  | 'not_a_picture'
  | 'page_closed'
  | 'proxy_not_set'
  | 'proxy_unreachable'
  | 'local_network_denied'
  | 'proxy_timeout'
  | 'proxy_bad_answer'
  | 'offline'
  | 'storage_full'
  | 'storage_closed'
  | 'storage_newer'
  | 'interrupted'

/** A failure as it is stored and shown. `detail` and `requestId` are the worker's. */
export interface Failure {
  code: FailureCode
  detail?: string
  requestId?: string
  retryAfterMs?: number
}

/** A failure as it is thrown. The extension has more codes than the worker, so this class is its own. */
export class AppError extends Error {
  readonly failure: Failure

  constructor(failure: Failure) {
    super(failure.code)
    this.failure = failure
  }
}

export function fail(code: FailureCode, detail?: string): never {
  throw new AppError({ code, ...(detail && { detail }) })
}

/** What the user can do about it first. */
type NextStep = 'retry' | 'options' | 'another'

export const NEXT_STEP: Record<FailureCode, NextStep> = {
  invalid_request: 'retry',
  unauthorized: 'options',
  image_too_large: 'another',
  image_unsupported: 'another',
  rate_limited: 'retry',
  quota_exhausted: 'retry',
  not_supported: 'another',
  upstream_signature_rejected: 'retry',
  upstream_unauthorized: 'retry',
  upstream_access_denied: 'retry',
  upstream_quota_exhausted: 'retry',
  upstream_rejected_image: 'another',
  upstream_bad_response: 'retry',
  upstream_unavailable: 'retry',
  busy: 'retry',
  upstream_throttled: 'retry',
  not_configured: 'retry',
  upstream_timeout: 'retry',
  internal: 'retry',
  picture_unreadable: 'retry',
  picture_not_loaded: 'another',
  picture_too_large: 'another',
  picture_format: 'another',
  picture_damaged: 'another',
  picture_blank: 'another',
  picture_empty: 'another',
  not_a_picture: 'another',
  page_closed: 'another',
  proxy_not_set: 'options',
  proxy_unreachable: 'retry',
  local_network_denied: 'retry',
  proxy_timeout: 'retry',
  proxy_bad_answer: 'options',
  offline: 'retry',
  storage_full: 'another',
  storage_closed: 'another',
  storage_newer: 'another',
  interrupted: 'retry',
}

export function failureOf(error: unknown): Failure {
  return error instanceof AppError ? error.failure : { code: 'internal', detail: String(error) }
}
