import { AppError, type ErrorCode } from '@find-on-1688/shared'
import { isKeyRefusal } from './key-refusal.ts'

interface Flags {
  retryable?: boolean
  isFinal?: boolean
  isKeyRefusal?: boolean
  isTokenRefusal?: boolean
}

/** A call to the platform failed. */
export class GatewayError extends AppError {
  /** Whether the same call may succeed in a later slot. */
  declare readonly retryable: boolean
  /** Whether asking again gives the same: the offer is unknown, the picture cannot be used. */
  declare readonly isFinal: boolean
  /** Whether the gateway itself refuses the app key. What a service says of one request never does. */
  declare readonly isKeyRefusal: boolean
  /** Whether the call may succeed with a new access token. */
  declare readonly isTokenRefusal: boolean

  constructor(code: ErrorCode, detail: string, options: Flags & { retryAfterMs?: number | undefined } = {}) {
    super(code, detail, options)
    this.name = 'GatewayError'
    const { retryable = false, isFinal = false, isKeyRefusal = false, isTokenRefusal = false } = options
    Object.assign(this, { retryable, isFinal, isKeyRefusal, isTokenRefusal })
  }
}

const IMAGE = 'upstream_rejected_image'
const DENIED = 'upstream_access_denied'
const SIGNATURE = 'upstream_signature_rejected'
const UNAUTHORIZED = 'upstream_unauthorized'
const UNAVAILABLE = 'upstream_unavailable'

const AGAIN = 'Try again in a moment.'
const FINAL = { isFinal: true }
const RETRY = { retryable: true }
/** Where the platform's own words are quoted. Those on keys, tokens and signatures may repeat them, and are not. */
const WORDS = '§'

/** All that a failure of the platform can mean. */
const KINDS = {
  picture: [IMAGE, `1688 could not use the picture${WORDS}. Try another.`, FINAL],
  largePicture: [IMAGE, '1688 says the picture is too large. Send a smaller one.', FINAL],
  expiredPicture: [IMAGE, `1688 no longer has the picture${WORDS}. Search again.`],
  region: [IMAGE, `1688 could not search this region of the picture${WORDS}. Select another.`, FINAL],
  offer: ['invalid_request', `1688 does not know this offer, or no longer${WORDS}. Choose another.`, FINAL],
  relation: [
    DENIED,
    `1688 does not show this offer to the app${WORDS}. Open it on 1688, or choose another.`,
    FINAL,
  ],
  platform: [UNAVAILABLE, `The service behind 1688 failed${WORDS}. ${AGAIN}`, RETRY],
  timeout: ['upstream_timeout', 'The service behind 1688 did not answer in time. Try again.', RETRY],
  rate: ['upstream_throttled', `1688 is limiting requests. ${AGAIN}`, RETRY],
  quota: [
    'upstream_quota_exhausted',
    "The app's calls to 1688 are used up. Buy more there, or wait for the next period.",
  ],
  clock: [
    SIGNATURE,
    "1688 rejects the time of the call. Check the clock and time zone of the worker's machine.",
  ],
  token: [
    UNAUTHORIZED,
    '1688 rejected the access token. Authorise the app again and set ACCESS_TOKEN.',
    { isTokenRefusal: true },
  ],
  signature: [
    SIGNATURE,
    '1688 says the signature is wrong. Check APP_SECRET, and that it belongs to APP_KEY.',
  ],
  noSignature: [SIGNATURE, '1688 found no signature in the call. Check PROVIDER.'],
  key: [UNAUTHORIZED, '1688 does not know the app key, or found none. Check APP_KEY.'],
  access: [
    DENIED,
    '1688 has not granted this API to the app. Subscribe the app to its solution, or choose another provider.',
  ],
  noApi: [DENIED, '1688 has no such API, or not for this app. Choose a provider that the app has access to.'],
  parameter: ['internal', '1688 says that the call lacks a parameter. This is a bug in the worker.'],
  unknown: [
    UNAVAILABLE,
    `1688 failed for an unknown reason${WORDS}. Try again; if it keeps happening, tell the operator.`,
  ],
} satisfies Record<string, [ErrorCode, string, Flags?]>

export type FailureKind = keyof typeof KINDS

export function errorOfKind(kind: FailureKind, words = '', isKeyRefusal = false): GatewayError {
  const [code, detail, flags]: [ErrorCode, string, Flags?] = KINDS[kind]
  const quoted = detail.replace(WORDS, () => words && `: “${words}”`)
  return new GatewayError(code, quoted, { ...flags, isKeyRefusal })
}

/** The gateway's documented codes, in lower case and without `gw.`; both vary. */
const KIND_OF_CODE: Record<string, FailureKind> = {
  apiunsupported: 'noApi',
  apiacldecline: 'access',
  appkeymissing: 'key',
  appkeynotfound: 'key',
  signaturemissing: 'noSignature',
  signatureinvalid: 'signature',
  401: 'token',
  413: 'largePicture',
  429: 'rate',
  parammissing: 'parameter',
  nousagelefterror: 'quota',
  qosappfrequencylimit: 'rate',
  qosapifrequencylimit: 'rate',
  ispinvokeerror: 'platform',
  ispconnecterror: 'platform',
  ispinvoketimeout: 'timeout',
}

export function kindOfCode(code: string): FailureKind | undefined {
  const name = code.toLowerCase().replace(/^gw\./, '')
  return Object.hasOwn(KIND_OF_CODE, name) ? KIND_OF_CODE[name] : undefined
}

/** The error for a documented code of the gateway itself. */
export function errorOfCode(code: string): GatewayError | undefined {
  const kind = kindOfCode(code)
  return kind && errorOfKind(kind, '', isKeyRefusal(KINDS[kind][0]))
}

/** The error for a response whose body explains nothing. */
export function errorOfStatus(status: number): GatewayError {
  const kind = kindOfCode(String(status))
  if (kind) return errorOfKind(kind)
  if (status >= 500)
    return new GatewayError(UNAVAILABLE, `1688 answered with HTTP ${status}. ${AGAIN}`, RETRY)
  return badResponse(`HTTP ${status} without a reason`)
}

export function badResponse(what = 'an unknown kind of result'): GatewayError {
  return new GatewayError('upstream_bad_response', `1688 answered with ${what}. ${AGAIN}`)
}

export function timedOut(afterMs: number): GatewayError {
  const seconds = Math.round(afterMs / 1000)
  return new GatewayError('upstream_timeout', `1688 did not answer within ${seconds} s. Try again.`, RETRY)
}

export function unreachable(): GatewayError {
  return new GatewayError(UNAVAILABLE, `1688 cannot be reached, or dropped the connection. ${AGAIN}`, RETRY)
}
