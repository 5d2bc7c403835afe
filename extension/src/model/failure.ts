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

/**
 * What a person can do about a failure: repeat it, open the settings or the browser's own for this extension, draw an area on
 * the page, use a screenshot of the tab, allow the picture's website, upload another picture, crop this one, open the
 * history, or copy a report for the administrator.
 */
export type NextStep =
  | 'retry'
  | 'settings'
  | 'siteSettings'
  | 'area'
  | 'screenshot'
  | 'allow'
  | 'upload'
  | 'crop'
  | 'history'
  | 'report'

/** What helps most comes first; a button does each. */
export const NEXT_STEPS: Record<FailureCode, readonly NextStep[]> = {
  invalid_request: ['retry', 'report'],
  unauthorized: ['settings', 'retry'],
  image_too_large: ['area', 'upload'],
  image_unsupported: ['area', 'upload'],
  rate_limited: ['retry'],
  quota_exhausted: ['retry', 'settings'],
  not_supported: ['upload', 'report'],
  upstream_signature_rejected: ['report', 'retry'],
  upstream_unauthorized: ['report', 'retry'],
  upstream_access_denied: ['report', 'retry'],
  upstream_quota_exhausted: ['report', 'retry'],
  upstream_rejected_image: ['crop', 'upload'],
  upstream_bad_response: ['retry'],
  upstream_unavailable: ['retry'],
  busy: ['retry'],
  upstream_throttled: ['retry'],
  not_configured: ['report', 'retry'],
  upstream_timeout: ['retry'],
  internal: ['retry', 'report'],
  picture_unreadable: ['allow', 'screenshot', 'area', 'retry'],
  picture_not_loaded: ['allow', 'screenshot', 'area'],
  picture_too_large: ['area', 'upload'],
  picture_format: ['area', 'upload'],
  picture_damaged: ['area', 'upload'],
  picture_blank: ['screenshot', 'area'],
  picture_empty: ['screenshot', 'area'],
  not_a_picture: ['area', 'upload'],
  page_closed: ['screenshot', 'upload'],
  proxy_not_set: ['settings'],
  proxy_unreachable: ['retry', 'settings'],
  local_network_denied: ['siteSettings', 'retry'],
  proxy_timeout: ['retry', 'settings'],
  proxy_bad_answer: ['settings', 'retry'],
  offline: ['retry'],
  storage_full: ['history'],
  storage_closed: ['retry'],
  storage_newer: ['retry'],
  interrupted: ['retry'],
}

/** The key, the settings or the storage refuse, so they would refuse whatever is asked next, however long one waits. */
export const REFUSES_EVERYTHING: readonly FailureCode[] = [
  'unauthorized',
  'quota_exhausted',
  'not_supported',
  'not_configured',
  'upstream_signature_rejected',
  'upstream_unauthorized',
  'upstream_quota_exhausted',
  'proxy_not_set',
  'storage_full',
  'storage_closed',
  'storage_newer',
]

/** What the server at the set address has not answered as it should. */
export function isOfProxy({ code }: Failure): boolean {
  return /^(proxy_(unreachable|timeout|bad_answer)|local_network_denied)$/.test(code)
}

/** 1688 was asked, and knows no such offer. The worker refuses it with the code of any bad request. */
export function isUnknownOffer({ code, detail = '' }: Failure): boolean {
  return code === 'invalid_request' && detail.startsWith('1688 does not know this offer')
}

export function failureOf(error: unknown): Failure {
  return error instanceof AppError ? error.failure : { code: 'internal', detail: String(error) }
}
