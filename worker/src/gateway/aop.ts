import type { AppCredentials } from './call.ts'
import { badResponse, errorOfCode, errorOfStatus } from './errors.ts'
import { asObject, type JsonObject } from './json.ts'
import type { GatewayResponse } from './post.ts'
import { type Params, signAop } from './signing.ts'

/** The address and the signed parameters of an AOP call. */
export async function prepareAop(
  gatewayUrl: string,
  api: string,
  params: Params,
  { appKey, appSecret, accessToken }: AppCredentials,
  nowMs: number,
): Promise<{ url: string; params: Params }> {
  const urlPath = `param2/1/${api}/${appKey}`
  const all: Params = { ...params, _aop_timestamp: String(nowMs) }
  if (accessToken) all.access_token = accessToken
  return {
    url: `${gatewayUrl}/${urlPath}`,
    params: { ...all, _aop_signature: await signAop(urlPath, all, appSecret) },
  }
}

/**
 * The body of an AOP response. A failure in the body counts first, whatever the HTTP status.
 *
 * @throws GatewayError
 */
export function aopBody({ status, body }: GatewayResponse): JsonObject {
  const object = asObject(body)
  const code = object?.error_code ?? object?.errorCode
  if (object && code !== undefined && code !== null && code !== '') {
    const message = String(object.error_message ?? object.errorMessage ?? '')
    throw errorOfCode(String(code), message) ?? badResponse('a failure that it does not document')
  }
  if (status < 200 || status > 299) throw errorOfStatus(status)
  if (!object) throw badResponse('something that is not JSON')
  return object
}

/**
 * `success` comes as a boolean or as a string.
 *
 * @throws GatewayError if it is neither
 */
export function succeeded(success: unknown): boolean {
  if (success === true || success === 'true') return true
  if (success === false || success === 'false') return false
  throw badResponse('an unknown form of result')
}
