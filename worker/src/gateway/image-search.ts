import { aopBody } from './aop.ts'
import type { AppCredentials } from './call.ts'
import type { JsonObject } from './json.ts'
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
 * The body of an image-search response. HTTP 403 is how this API says that there are too many calls.
 *
 * @throws GatewayError
 */
export function imageSearchBody({ status, body }: GatewayResponse): JsonObject {
  return aopBody({ status: status === 403 ? 429 : status, body })
}
