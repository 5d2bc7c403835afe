/** Of its own, so that who only reads failures need not carry their titles. */
export const ERROR_CODES = [
  'invalid_request',
  'unauthorized',
  'image_too_large',
  'image_unsupported',
  'rate_limited',
  'quota_exhausted',
  'not_supported',
  'upstream_signature_rejected',
  'upstream_unauthorized',
  'upstream_access_denied',
  'upstream_quota_exhausted',
  'upstream_rejected_image',
  'upstream_bad_response',
  'upstream_unavailable',
  'busy',
  'upstream_throttled',
  'not_configured',
  'upstream_timeout',
  'internal',
] as const
export type ErrorCode = (typeof ERROR_CODES)[number]

/** All failures that the worker can answer with: HTTP status and a short title of each. */
export const ERRORS = {
  invalid_request: [400, 'The request is invalid'],
  unauthorized: [401, 'The client key is missing or invalid'],
  image_too_large: [413, 'The picture is too large'],
  image_unsupported: [415, 'The picture is not a readable JPEG or PNG'],
  rate_limited: [429, 'Too many searches at once'],
  quota_exhausted: [429, "Today's searches are used up"],
  not_supported: [501, 'This 1688 API does not support that'],
  upstream_signature_rejected: [502, '1688 rejected the signature'],
  upstream_unauthorized: [502, '1688 rejected the app key or token'],
  upstream_access_denied: [502, '1688 has not granted this API to the app'],
  upstream_quota_exhausted: [502, "The app's paid calls to 1688 are used up"],
  upstream_rejected_image: [502, '1688 rejected the picture'],
  upstream_bad_response: [502, '1688 sent an unreadable answer'],
  upstream_unavailable: [502, '1688 is not available'],
  busy: [503, 'The queue is full'],
  upstream_throttled: [503, '1688 is limiting requests'],
  not_configured: [503, 'The worker is not fully set up'],
  upstream_timeout: [504, '1688 did not answer in time'],
  internal: [500, 'Something went wrong in the worker'],
} as const satisfies Record<ErrorCode, readonly [status: number, title: string]>

/**
 * The one error that is thrown on purpose. `detail` is a sentence for people and never contains a secret, a token, a key or
 * an address. Where 1688 says more than is known here, its words are quoted in “ ”: cleaned, on one line, and bounded.
 */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly retryAfterMs: number | undefined

  constructor(code: ErrorCode, detail: string, options: { retryAfterMs?: number | undefined } = {}) {
    super(detail)
    this.name = 'AppError'
    this.code = code
    this.retryAfterMs = options.retryAfterMs
  }
}
