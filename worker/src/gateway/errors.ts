import { AppError, type ErrorCode } from '@find-on-1688/shared'

/**
 * A call to the platform failed. The detail is our own sentence: the platform's text may repeat what it was sent, token
 * and signature included, so it goes nowhere.
 */
export class GatewayError extends AppError {
  /** Whether the same call may succeed in a later slot. */
  readonly retryable: boolean
  /** Whether asking again gives the same: an unknown offer, a refused picture. */
  readonly isFinal: boolean

  constructor(
    code: ErrorCode,
    detail: string,
    options: { retryable?: boolean; retryAfterMs?: number | undefined } = {},
  ) {
    super(code, detail, { retryAfterMs: options.retryAfterMs })
    this.name = 'GatewayError'
    this.retryable = options.retryable ?? false
    this.isFinal = code === 'upstream_rejected_image'
  }
}

type Row = [ErrorCode, string, { retryable?: boolean }?]
const RETRY = { retryable: true }

/** The platform's documented failures. */
const BY_CODE: Record<string, Row> = {
  'gw.APIUnsupported': [
    'upstream_access_denied',
    "1688 does not know this API or it is not in the app's package. Choose the provider that the app was granted.",
  ],
  'gw.APIACLDecline': [
    'upstream_access_denied',
    '1688 refuses this API to the app. Subscribe the app to the solution that holds it, or choose another provider.',
  ],
  'gw.AppKeyMissing': ['upstream_unauthorized', '1688 found no app key in the call. Check APP_KEY.'],
  'gw.AppKeyNotFound': ['upstream_unauthorized', '1688 does not know the app key. Check APP_KEY.'],
  'gw.SignatureMissing': [
    'upstream_signature_rejected',
    '1688 found no signature in the call. Check PROVIDER.',
  ],
  'gw.SignatureInvalid': [
    'upstream_signature_rejected',
    '1688 says the signature is wrong. Check APP_SECRET, and that it belongs to APP_KEY.',
  ],
  '401': [
    'upstream_unauthorized',
    '1688 does not accept the access token. It may have expired: authorise the app again and set ACCESS_TOKEN.',
  ],
  'gw.ParamMissing': ['internal', '1688 misses a parameter in the call. This is a fault in the worker.'],
  'gw.NoUsageLeftError': [
    'upstream_quota_exhausted',
    "The app's calls at 1688 are used up. Buy more in the platform's console or wait for the next period.",
  ],
  'gw.QosAppFrequencyLimit': [
    'upstream_throttled',
    '1688 asks for fewer calls a second. Try again in a moment.',
    RETRY,
  ],
  'gw.QosAPIFrequencyLimit': [
    'upstream_throttled',
    '1688 asks for fewer calls a second. Try again in a moment.',
    RETRY,
  ],
  'gw.ISPInvokeError': [
    'upstream_unavailable',
    'The service behind 1688 failed. Try again in a moment.',
    RETRY,
  ],
  'gw.ISPConnectError': [
    'upstream_unavailable',
    'The service behind 1688 failed. Try again in a moment.',
    RETRY,
  ],
  'gw.ISPInvokeTimeout': ['upstream_timeout', 'The service behind 1688 did not answer in time.', RETRY],
}

/** The most likely meaning of an undocumented code or message. The first match wins. */
const BY_PATTERN: [RegExp, Row][] = [
  [/frequency|too often|too many|throttl|\bqos|flow.?control/i, row('gw.QosAppFrequencyLimit')],
  [/signature|\bsign\b|invalid-sign/i, row('gw.SignatureInvalid')],
  [/app.?key/i, row('gw.AppKeyNotFound')],
  [/token|session|unauthori[sz]ed/i, row('401')],
  [/no usage left|quota/i, row('gw.NoUsageLeftError')],
  [/\bacl\b|permission|not allowed/i, row('gw.APIACLDecline')],
  [
    /image|picture|img|图片/i,
    ['upstream_rejected_image', '1688 could not use the picture. Try another one.'],
  ],
]

const BY_STATUS: Record<number, Row> = {
  401: row('401'),
  413: ['upstream_rejected_image', '1688 says the picture is too large. Send a smaller one.'],
  429: row('gw.QosAppFrequencyLimit'),
}

/**
 * The error for a failure in a response body, whatever the HTTP status.
 *
 * @param code its `error_code`, in the table with or without `gw.`
 * @param message only helps to recognise an undocumented code; it is never repeated
 */
export function errorOfCode(code: string, message: string): GatewayError | undefined {
  const known = BY_CODE[code] ?? BY_CODE[`gw.${code}`]
  if (known) return new GatewayError(...known)
  const guess = BY_PATTERN.find(([pattern]) => pattern.test(code) || pattern.test(message))
  return guess && new GatewayError(...guess[1])
}

/** The error for a response whose body explains nothing. */
export function errorOfStatus(status: number): GatewayError {
  const known = BY_STATUS[status]
  if (known) return new GatewayError(...known)
  if (status >= 500)
    return new GatewayError(
      'upstream_unavailable',
      `1688 answered with HTTP ${status}. Try again in a moment.`,
      RETRY,
    )
  return badResponse(`HTTP ${status} without a reason`)
}

export function badResponse(what: string): GatewayError {
  return new GatewayError('upstream_bad_response', `1688 answered with ${what}. Try again in a moment.`)
}

export function timedOut(afterMs: number): GatewayError {
  const seconds = Math.round(afterMs / 1000)
  return new GatewayError('upstream_timeout', `1688 did not answer within ${seconds} s. Try again.`, RETRY)
}

export function unreachable(): GatewayError {
  return new GatewayError(
    'upstream_unavailable',
    '1688 cannot be reached or broke the connection off.',
    RETRY,
  )
}

function row(code: string): Row {
  const known = BY_CODE[code]
  if (!known) throw new Error(`no row ${code}`)
  return known
}
