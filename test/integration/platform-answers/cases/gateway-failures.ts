import type { ErrorCode } from '@find-on-1688/shared'
import { type Case, failing, type PlatformAnswer, refused } from '../case.ts'

/** Failures of the gateway itself, in each spelling. */
const OF_THE_GATEWAY: [name: string, answer: PlatformAnswer, code: ErrorCode | ErrorCode[]][] = [
  ['no such API', refused('gw.APIUnsupported', 'unsupport api'), 'upstream_access_denied'],
  ['access', refused('gw.APIACLDecline', 'AppKey is not allowed(acl)'), 'upstream_access_denied'],
  ['a signature', refused('gw.SignatureInvalid', 'Invalid signature'), 'upstream_signature_rejected'],
  ['no signature', refused('gw.SignatureMissing', 'Signature is missing'), 'upstream_signature_rejected'],
  [
    'an unknown key',
    refused('gw.AppKeyNotFound', 'AppKey is not found'),
    ['upstream_unauthorized', 'upstream_signature_rejected', 'upstream_access_denied'],
  ],
  ['no token', refused('401', 'Request need user authenticated', 401), 'upstream_unauthorized'],
  ['a bad token', refused('401', 'Request need user authorized', 401), 'upstream_unauthorized'],
  [
    'a bad token, as a number inside a 200',
    refused(401, 'Request need user authorized', 200),
    'upstream_unauthorized',
  ],
  ['the quota', refused('gw.NoUsageLeftError', 'SLA bill has no usage left'), 'upstream_quota_exhausted'],
  [
    'the rate',
    refused('gw.QosAppFrequencyLimit', 'app call exceeds limited frequency'),
    'upstream_throttled',
  ],
  ['the service behind', refused('gw.ISPInvokeError', 'Remote service invoke error'), 'upstream_unavailable'],
  ['the way to it', refused('gw.ISPConnectError', 'x'), 'upstream_unavailable'],
  ['its time', refused('ISPInvokeTimeout', 'x'), ['upstream_timeout', 'upstream_unavailable']],
  [
    'its time, by its framework',
    refused('500', 'HSFTimeOutException', 500),
    ['upstream_timeout', 'upstream_unavailable'],
  ],
  ['a code that nobody documents', refused('gw.SomethingNew', 'something new'), 'upstream_unavailable'],
  [
    'errorCode and errorMessage',
    { body: { errorCode: 'gw.QosAppFrequencyLimit', errorMessage: 'x', success: false } },
    'upstream_throttled',
  ],
  [
    'errorCode and errorMessage of the quota',
    { status: 400, body: { errorCode: 'gw.NoUsageLeftError', errorMessage: 'SLA bill has no usage left' } },
    'upstream_quota_exhausted',
  ],
  ['error_code alone', { status: 400, body: { error_code: 'gw.APIACLDecline' } }, 'upstream_access_denied'],
  [
    'a bare exception',
    { body: { exception: 'Request need user authorized', request_id: '7' } },
    'upstream_unauthorized',
  ],
  [
    'a bare exception with a 400',
    { status: 400, body: { exception: 'Invalid signature' } },
    ['upstream_signature_rejected', 'upstream_unavailable'],
  ],
  ['a bare exception of the service', { body: { exception: '500 系统异常' } }, 'upstream_unavailable'],
  ['an error', { body: { error: 'Request need user authorized' } }, 'upstream_unauthorized'],
  [
    'an error with a 401',
    { status: 401, body: { error: 'Request need user authorized' } },
    'upstream_unauthorized',
  ],
  [
    'an error with a description',
    { status: 400, body: { error: 'invalid_token', error_description: 'token expired' } },
    ['upstream_unauthorized', 'upstream_unavailable'],
  ],
  [
    'an errorMsg beside nothing',
    { body: { success: false, errorCode: null, errorMsg: 'x', result: null } },
    'upstream_unavailable',
  ],
  ['an error about the clock', { body: { error: 'Request is expired' } }, 'upstream_signature_rejected'],
  [
    'its framework, as a bare exception',
    { body: { exception: 'com.taobao.hsf.exception.HSFTimeOutException' } },
    ['upstream_timeout', 'upstream_unavailable'],
  ],
  ['nothing at all', { body: '' }, 'upstream_bad_response'],
  ['HTML', { body: '<html><body>login</body></html>' }, 'upstream_bad_response'],
  ['half of it', { body: '{"result":{"success":"true","res' }, 'upstream_bad_response'],
]

/** Tried with one provider: each costs two seconds of retries. */
const OF_THE_RATE: [name: string, answer: PlatformAnswer][] = [
  ['the rate of an API', refused('gw.QosAPIFrequencyLimit', 'x')],
  ['the rate of an API, spelled otherwise', refused('gw.QosApiFrequencyLimit', 'x')],
  ['the rate inside a 200', refused('gw.QosAppFrequencyLimit', 'x', 200)],
]

export const GATEWAY_FAILURES: Case[] = [
  ...OF_THE_GATEWAY.flatMap(([name, answer, code]) => [
    failing(name, 'crossborder', answer, code),
    failing(name, 'dropship', answer, code),
    failing(name, 'image-search', answer, code),
  ]),
  ...OF_THE_RATE.map(([name, answer]) => failing(name, 'crossborder', answer, 'upstream_throttled')),
]
