import { randomUUID } from 'node:crypto'

/** What a service answers: HTTP status, body, and the outcome for the log. */
export interface ServiceAnswer {
  status: number
  body: unknown
  outcome: string
}

export function ok(body: unknown): ServiceAnswer {
  return { status: 200, body, outcome: 'ok' }
}

/** A failure as AOP reports it. */
export function aopFailure(
  code: string,
  message: string,
  status = code === '401' ? 401 : 400,
): ServiceAnswer {
  const body = { error_code: code, error_message: message, exception: message, request_id: randomUUID() }
  return { status, body, outcome: code }
}

/** A failure as the image-search API reports it. */
export function imageSearchFailure(status: number, code: string, msg: string): ServiceAnswer {
  return { status, body: { error_response: { code, msg } }, outcome: code }
}

const FAILURES: Record<string, [string, string]> = {
  throttle: ['gw.QosAppFrequencyLimit', 'app call frequency exceeds the limit'],
  'token-expired': ['401', 'Request need user authorized'],
  quota: ['gw.NoUsageLeftError', 'SLA bill has no usage left'],
  acl: ['gw.APIACLDecline', 'AppKey is not allowed(acl)'],
  unsupported: ['gw.APIUnsupported', 'Unsupported API'],
  'isp-error': ['gw.ISPInvokeError', 'invoke isp error'],
  'isp-timeout': ['ISPInvokeTimeout', 'invoke isp timeout'],
}

/** A fault of the platform as the API reports it; `undefined` for one that the service itself has to play. */
export function platformFailure(
  fault: string,
  isImageSearch: boolean,
  form: Record<string, string>,
): ServiceAnswer | undefined {
  if (fault === 'echo-secret') return aopFailure('gw.Unknown', `failed for ${JSON.stringify(form)}`)
  const name = fault.replace(/-in-200$/, '')
  const [code, message] = FAILURES[name] ?? []
  if (!code || !message) return undefined
  if (isImageSearch && name === 'throttle')
    return imageSearchFailure(fault === name ? 403 : 200, '403', 'called too often')
  const failure = isImageSearch ? imageSearchFailure(400, code, message) : aopFailure(code, message)
  return fault === name ? failure : { ...failure, status: 200 }
}
