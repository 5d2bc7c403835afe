import { ERRORS, type ErrorCode } from '@find-on-1688/shared'
import { reference } from './schemas.ts'

/** Each response to a failure, with the codes that it can have. All codes of one have the same status. */
const RESPONSES = {
  InvalidRequest: ['invalid_request'],
  Unauthorized: ['unauthorized'],
  ImageTooLarge: ['image_too_large'],
  ImageUnsupported: ['image_unsupported'],
  UnknownKeys: ['rate_limited'],
  TooManySearches: ['rate_limited', 'quota_exhausted'],
  InternalError: ['internal'],
  NotSupported: ['not_supported'],
  UpstreamFailed: [
    'upstream_signature_rejected',
    'upstream_unauthorized',
    'upstream_access_denied',
    'upstream_quota_exhausted',
    'upstream_bad_response',
    'upstream_unavailable',
  ],
  PictureSearchFailed: [
    'upstream_signature_rejected',
    'upstream_unauthorized',
    'upstream_access_denied',
    'upstream_quota_exhausted',
    'upstream_rejected_image',
    'upstream_bad_response',
    'upstream_unavailable',
  ],
  RatesUnavailable: ['upstream_bad_response', 'upstream_unavailable'],
  NotConfigured: ['not_configured'],
  Busy: ['busy', 'upstream_throttled', 'not_configured'],
  UpstreamTimeout: ['upstream_timeout'],
} as const satisfies Record<string, readonly [ErrorCode, ...ErrorCode[]]>
type ResponseName = keyof typeof RESPONSES

/** Whoever asks. */
export const OF_ANYBODY = ['InternalError', 'NotConfigured'] as const
/** With a client's key. Who tries many unknown keys has to wait. */
export const OF_CLIENTS = ['Unauthorized', 'UnknownKeys', 'InternalError', 'NotConfigured'] as const
/** With the operator's token. */
export const OF_OPERATORS = ['Unauthorized', 'InternalError', 'NotConfigured'] as const
/** What is counted, and asks 1688. */
export const OF_SEARCHES = [
  'InvalidRequest',
  'Unauthorized',
  'TooManySearches',
  'InternalError',
  'Busy',
  'UpstreamTimeout',
] as const

export const HEADERS = {
  RetryAfter: {
    description: 'In how many seconds another attempt makes sense. Missing where waiting does not help',
    schema: { type: 'integer', minimum: 1 },
  },
}

/** References to responses, by their status. */
export function failures(names: readonly ResponseName[]): Record<string, object> {
  const entries = names.map((name): [string, object] => [
    String(statusOf(name)),
    { $ref: `#/components/responses/${name}` },
  ])
  return Object.fromEntries(entries.sort(([one], [other]) => Number(one) - Number(other)))
}

/** `components.responses` */
export function failureResponses(): Record<ResponseName, object> {
  const entries = Object.entries(RESPONSES).map(([name, codes]) => [
    name,
    response(statusOf(name as ResponseName), codes),
  ])
  return Object.fromEntries(entries)
}

function statusOf(name: ResponseName): number {
  return ERRORS[RESPONSES[name][0]][0]
}

/** After these, waiting may help. */
const WAITS: ErrorCode[] = [
  'rate_limited',
  'quota_exhausted',
  'busy',
  'upstream_throttled',
  'upstream_unavailable',
  'upstream_timeout',
]

/** With an example for each code, which carries its name. */
function response(status: number, codes: readonly ErrorCode[]) {
  return {
    description: codes.map((code) => `\`${code}\`: ${ERRORS[code][1]}`).join('; '),
    ...(codes.some((code) => WAITS.includes(code)) && {
      headers: { 'Retry-After': { $ref: '#/components/headers/RetryAfter' } },
    }),
    content: {
      'application/problem+json': {
        schema: reference('Problem'),
        examples: Object.fromEntries(codes.map((code) => [code, example(status, code)])),
      },
    },
  }
}

function example(status: number, code: ErrorCode) {
  const [, title] = ERRORS[code]
  const problem = {
    type: `urn:find-on-1688:problem:${code}`,
    title,
    status,
    detail: `${title}.`,
    code,
    requestId: '0f8fad5b-d9cb-469f-a165-70867728950e',
  }
  return { summary: title, value: WAITS.includes(code) ? { ...problem, retryAfterMs: 1200 } : problem }
}
