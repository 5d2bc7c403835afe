import { aopBody } from './aop.ts'
import type { PrepareCall } from './call.ts'
import type { JsonObject } from './json.ts'
import type { GatewayResponse } from './post.ts'
import { type Params, signImageSearch } from './signing.ts'

/**
 * An image-search call: its address and its signed parameters.
 *
 * @param paramsOf called when the turn has come, so that a picture that waits is not held in Base64 as well
 */
export function prepareImageSearch(gatewayUrl: string, paramsOf: () => Params): PrepareCall {
  return async (nowMs, { appKey, appSecret }) => {
    const all: Params = { app_key: appKey, timestamp: String(nowMs), ...paramsOf() }
    return {
      url: `${gatewayUrl}/param2/1/com.alibaba.product/alibaba.product.image.search/`,
      params: { ...all, sign: await signImageSearch(all, appSecret) },
    }
  }
}

/**
 * The body of an image-search response. HTTP 403 is how this API says that there are too many calls.
 *
 * @throws GatewayError
 */
export function imageSearchBody({ status, body }: GatewayResponse): JsonObject {
  return aopBody({ status: status === 403 ? 429 : status, body })
}
