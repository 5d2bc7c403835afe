import { businessFailure, type Subject } from './business-failure.ts'
import type { PrepareCall } from './call.ts'
import { badResponse, errorOfCode, errorOfStatus, type GatewayError } from './errors.ts'
import { asObject, type JsonObject } from './json.ts'
import type { GatewayResponse } from './post.ts'
import { type Params, signAop } from './signing.ts'

/** An AOP call: its address and its signed parameters. */
export function prepareAop(gatewayUrl: string, api: string, params: Params): PrepareCall {
  return async (nowMs, { appKey, appSecret, accessToken }) => {
    const urlPath = `param2/1/${api}/${appKey}`
    const all: Params = { ...params, _aop_timestamp: String(nowMs) }
    if (accessToken) all.access_token = accessToken
    return {
      url: `${gatewayUrl}/${urlPath}`,
      params: { ...all, _aop_signature: await signAop(urlPath, all, appSecret) },
    }
  }
}

/**
 * The body of an AOP response. A failure in the body counts first, whatever the HTTP status.
 *
 * @throws GatewayError
 */
export function aopBody({ status, body }: GatewayResponse): JsonObject {
  const object = asObject(body)
  const failure = object && failureIn(object, status)
  if (failure) throw failure
  if (status < 200 || status > 299) throw errorOfStatus(status)
  if (!object) throw badResponse('something that is not JSON')
  return object
}

const MESSAGES = [
  'error_message',
  'errorMessage',
  'errorMsg',
  'error_msg',
  'exception',
  'error_description',
  'error',
]

/** The gateway's own failure, which stands beside no result. */
export function failureIn(body: JsonObject, status?: number): GatewayError | undefined {
  const code = codeIn(body)
  const wrapped = asObject(body.error_response)
  const message = wrapped?.msg || MESSAGES.map((name) => (wrapped ?? body)[name]).find(Boolean)
  if (code ? NO_FAILURE.test(code) : !message || body.result || isTrue(body.success)) return undefined
  // HTTP 403 and its number are how the image-search API says that there are too many calls.
  return (
    errorOfCode(wrapped && code === '403' ? '429' : code) ??
    businessFailure(code, message || body.message, undefined, status)
  )
}

/** The gateway's own code, if there is one. A bare `code` is the service's, whatever it looks like. */
export function codeIn({ error_code, errorCode, error_response }: JsonObject): string {
  const wrapped = asObject(error_response)
  return String(wrapped?.code || wrapped?.error_code || error_code || errorCode || '')
}

const NO_FAILURE = /^(0+|200|ok|success)$/i

/**
 * Returns if a service says that it succeeded: by `success`, a boolean, a text or 1, or else by the code 200.
 *
 * @param about what the call asked about
 * @throws GatewayError
 */
export function requireSuccess({ success, code, message, ...rest }: JsonObject, about: Subject): void {
  if (isTrue(success)) return
  const isMissing = success === undefined || success === null || success === ''
  if (isMissing && String(code) === '200') return
  if (/^(false|0)$/i.test(String(success)) || (isMissing && code))
    throw businessFailure(
      code || rest.errorCode,
      message || rest.errorMsg || rest.errorMessage || rest.msg,
      about,
    )
  throw badResponse()
}

function isTrue(success: JsonObject[string] | undefined): boolean {
  return /^(true|1)$/i.test(String(success))
}
