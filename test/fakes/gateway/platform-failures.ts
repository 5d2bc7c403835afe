import { aopFailure, imageSearchFailure, type ServiceAnswer } from './answer.ts'

/** The APIs say a failure of their own in different forms. */
export type Dialect = 'crossborder' | 'dropship' | 'image-search'

/** Failures of the gateway: code and message, and the HTTP status if it is none of the usual ones. */
const OF_THE_GATEWAY = {
  throttle: ['gw.QosAppFrequencyLimit', 'app call frequency exceeds the limit'],
  'throttle-in-200': ['gw.QosAppFrequencyLimit', 'app call frequency exceeds the limit', 200],
  'throttle-of-api': ['gw.QosApiFrequencyLimit', 'api call exceeds limited frequency'],
  'token-expired': ['401', 'Request need user authorized'],
  'token-expired-in-200': ['401', 'Request need user authorized', 200],
  quota: ['gw.NoUsageLeftError', 'SLA bill has no usage left'],
  acl: ['gw.APIACLDecline', 'AppKey is not allowed(acl)'],
  unsupported: ['gw.APIUnsupported', 'Unsupported API'],
  'isp-error': ['gw.ISPInvokeError', 'invoke isp error'],
  'isp-connect': ['gw.ISPConnectError', 'connect isp error'],
  'isp-timeout': ['ISPInvokeTimeout', 'invoke isp timeout'],
  'hsf-timeout': ['500', 'HSFTimeOutException', 500],
  'new-code': ['gw.NobodyKnowsThis', 'something new'],
} as const satisfies Record<string, readonly [code: string, message: string, status?: number]>

/** Bodies of a failure without an `error_code`, all inside a 200. */
const OTHER_FORMS = {
  'throttle-camel-case': {
    errorCode: 'gw.QosAppFrequencyLimit',
    errorMessage: 'called too often',
    success: false,
  },
  'token-exception': { exception: 'Request need user authorized', request_id: '0b51d2e61764' },
  'token-error': { error: 'Request need user authorized' },
  'error-msg': { success: false, errorCode: null, errorMsg: 'failed', result: null },
} as const

/** What the services say inside a 200: code and free text. */
const OF_THE_SERVICE = {
  'picture-format': ['400', 'image format is not allowed'],
  'picture-session': ['PIC_ERR', 'The picture session has expired, please upload again'],
  'picture-chinese': ['ERR', '图片格式不支持'],
  'picture-system': ['SYSTEM_ERROR', 'handle image error with url'],
  'system-error': ['SYSTEM_ERROR', 'SYSTEM_ERROR'],
  'system-chinese': ['500', '500 系统异常'],
  'busy-chinese': ['500', '系统繁忙，请稍后再试'],
  'rate-chinese': ['FLOW', '请求过于频繁，请稍后再试'],
  'quota-chinese': ['QUOTA', '今日调用次数已达上限'],
  'clock-expired': ['400', 'Request is expired'],
  'clock-missing': ['400', 'need time stamp verify'],
  'token-text': ['401', 'Request need user authorized'],
  // Words that say nothing by themselves.
  'text-unknown': ['E', 'a design that has expired is not allowed to sign'],
  'text-unknown-chinese': ['B_0042', '未知原因'],
} as const satisfies Record<string, readonly [code: string, message: string]>

const namesOf = <T extends object>(table: T) => Object.keys(table) as (keyof T)[]
export const PLATFORM_FAILURES = [
  ...namesOf(OF_THE_GATEWAY),
  ...namesOf(OTHER_FORMS),
  ...namesOf(OF_THE_SERVICE),
  'echo-secret',
] as const

/** A fault of the platform as the API reports it; `undefined` for one that the service itself has to play. */
export function platformFailure(
  fault: string,
  dialect: Dialect,
  form: Record<string, string>,
): ServiceAnswer | undefined {
  if (fault === 'echo-secret') return aopFailure('gw.Unknown', `failed for ${JSON.stringify(form)}`)
  const other = (OTHER_FORMS as Record<string, object>)[fault]
  if (other) return { status: 200, body: other, outcome: fault }
  const [text, words] = (OF_THE_SERVICE as Record<string, readonly [string, string]>)[fault] ?? []
  if (text && words) return serviceFailure(dialect, text, words)
  const known = (OF_THE_GATEWAY as Record<string, readonly [string, string, number?]>)[fault]
  if (!known) return undefined
  const [code, message, status] = known
  if (dialect !== 'image-search') return aopFailure(code, message, status)
  return code === 'gw.QosAppFrequencyLimit'
    ? imageSearchFailure(status ?? 403, '403', 'called too often')
    : imageSearchFailure(status ?? 400, code, message)
}

/** A failure of the service behind the gateway. */
export function serviceFailure(
  dialect: Dialect,
  code: string,
  message: string,
  success: 'false' | false = 'false',
): ServiceAnswer {
  if (dialect === 'image-search') return imageSearchFailure(200, code, message)
  const body =
    dialect === 'dropship'
      ? { success: false, code, message, imageSearchUrl: null, imageSearchResult: null }
      : { result: { success, code, message, result: null } }
  return { status: 200, body, outcome: 'business-failure' }
}
