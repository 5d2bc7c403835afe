/** All failures that the worker can answer with: HTTP status and a short title. */
export const ERRORS = {
  invalid_request: { status: 400, title: 'The request is not valid' },
  unauthorized: { status: 401, title: 'The client key is missing or not valid' },
  image_too_large: { status: 413, title: 'The picture is too large' },
  image_unsupported: {
    status: 415,
    title: 'The picture is not a JPEG or PNG that can be read',
  },
  rate_limited: { status: 429, title: 'Too many searches at once from this client' },
  quota_exhausted: { status: 429, title: "This client's searches for today are used up" },
  not_supported: { status: 501, title: 'The provider in use cannot do this' },
  upstream_signature_rejected: { status: 502, title: '1688 rejected the signature' },
  upstream_unauthorized: {
    status: 502,
    title: '1688 does not accept the app key or token',
  },
  upstream_access_denied: {
    status: 502,
    title: '1688 has not granted this API to the app',
  },
  upstream_quota_exhausted: {
    status: 502,
    title: "The app's paid calls at 1688 are used up",
  },
  upstream_rejected_image: { status: 502, title: '1688 rejected the picture' },
  upstream_bad_response: { status: 502, title: '1688 answered with something unreadable' },
  upstream_unavailable: { status: 502, title: '1688 is not available' },
  busy: { status: 503, title: 'Too many searches are waiting' },
  upstream_throttled: { status: 503, title: '1688 asks for fewer calls' },
  not_configured: { status: 503, title: 'The worker is not completely set up' },
  upstream_timeout: { status: 504, title: '1688 did not answer in time' },
  internal: { status: 500, title: 'Something went wrong in the worker' },
} as const satisfies Record<string, { status: number; title: string }>

export type ErrorCode = keyof typeof ERRORS

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
