import { failureIn } from './aop.ts'
import { businessFailure } from './business-failure.ts'
import type { AppCredentials } from './call.ts'
import { badResponse, errorOfCode, errorOfStatus, type GatewayError } from './errors.ts'
import { asObject, type JsonObject } from './json.ts'
import type { GatewayResponse } from './post.ts'
import { type Params, signImageSearch } from './signing.ts'

/** The address and the signed parameters of an image-search call. */
export async function prepareImageSearch(
  gatewayUrl: string,
  params: Params,
  { appKey, appSecret }: AppCredentials,
  nowMs: number,
): Promise<{ url: string; params: Params }> {
  const all: Params = { app_key: appKey, timestamp: String(nowMs), ...params }
  return {
    url: `${gatewayUrl}/param2/1/com.alibaba.product/alibaba.product.image.search/`,
    params: { ...all, sign: await signImageSearch(all, appSecret) },
  }
}

/**
 * The body of an image-search response. A failure in it counts first. HTTP 403 is how this API says that there are too many
 * calls.
 *
 * @throws GatewayError
 */
export function imageSearchBody({ status, body }: GatewayResponse): JsonObject {
  const object = asObject(body)
  const failure = asObject(object?.error_response)
  const code = String(failure?.code ?? '')
  if (code === '403' || code === '413') throw errorOf(Number(code))
  if (failure) throw errorOfCode(code) ?? businessFailure(code, failure.msg || failure.message, 'picture')
  const error = object && failureIn(object)
  if (error) throw error
  if (status < 200 || status > 299) throw errorOf(status)
  if (!object) throw badResponse('something that is not JSON')
  return object
}

function errorOf(status: number): GatewayError {
  return errorOfStatus(status === 403 ? 429 : status)
}
