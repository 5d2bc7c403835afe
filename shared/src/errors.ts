/**
 * All failures that the worker can answer with: HTTP status, a short title, and whether the same request may succeed later
 * without any change.
 */
export const ERRORS = {
  invalid_request: { status: 400, title: 'The request is not valid', retryable: false },
  unauthorized: { status: 401, title: 'The client key is missing or not valid', retryable: false },
  image_too_large: { status: 413, title: 'The picture is too large', retryable: false },
  image_unsupported: {
    status: 415,
    title: 'The picture is not a JPEG or PNG that can be read',
    retryable: false,
  },
  rate_limited: { status: 429, title: 'Too many searches at once from this client', retryable: true },
  quota_exhausted: { status: 429, title: "This client's searches for today are used up", retryable: true },
  not_supported: { status: 501, title: 'The provider in use cannot do this', retryable: false },
  upstream_signature_rejected: { status: 502, title: '1688 rejected the signature', retryable: false },
  upstream_unauthorized: {
    status: 502,
    title: '1688 does not accept the app key or token',
    retryable: false,
  },
  upstream_access_denied: {
    status: 502,
    title: '1688 has not granted this API to the app',
    retryable: false,
  },
  upstream_quota_exhausted: {
    status: 502,
    title: "The app's paid calls at 1688 are used up",
    retryable: false,
  },
  upstream_rejected_image: { status: 502, title: '1688 rejected the picture', retryable: false },
  upstream_bad_response: { status: 502, title: '1688 answered with something unreadable', retryable: true },
  upstream_unavailable: { status: 502, title: '1688 is not available', retryable: true },
  busy: { status: 503, title: 'Too many searches are waiting', retryable: true },
  upstream_throttled: { status: 503, title: '1688 asks for fewer calls', retryable: true },
  not_configured: { status: 503, title: 'The worker is not completely set up', retryable: false },
  upstream_timeout: { status: 504, title: '1688 did not answer in time', retryable: true },
  internal: { status: 500, title: 'Something went wrong in the worker', retryable: true },
} as const satisfies Record<string, { status: number; title: string; retryable: boolean }>

export type ErrorCode = keyof typeof ERRORS

export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && Object.hasOwn(ERRORS, value)
}

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
