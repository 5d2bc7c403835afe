import { hmac } from '../hash.ts'

/**
 * The 1688 platform has two signatures. Both join each key with its value and sort the pairs by the bytes of the key, never
 * by locale; both sign the raw values, before any form-encoding.
 */
export type Params = Record<string, string>

/** The image-search API: Base64 of HMAC-SHA1 over the sorted pairs. */
export async function signImageSearch(params: Params, secret: string): Promise<string> {
  return (await hmac('SHA-1', secret, sortedPairs(params, 'sign').join(''))).toBase64()
}

/**
 * The AOP APIs: upper-case hex of HMAC-SHA1 over the URL path and the sorted pairs.
 *
 * @param urlPath `param2/1/{namespace}/{api}/{appKey}`, without host, `/openapi/` or leading slash
 */
export async function signAop(urlPath: string, params: Params, secret: string): Promise<string> {
  const text = urlPath + sortedPairs(params, '_aop_signature').join('')
  return (await hmac('SHA-1', secret, text)).toHex().toUpperCase()
}

function sortedPairs(params: Params, signature: string): string[] {
  return Object.entries(params)
    .filter(([key]) => key !== signature)
    .map(([key, value]) => key + value)
    .sort(byBytes)
}

/** UTF-16 order, which is UTF-8 byte order except for surrogates; those are compared by code point. */
function byBytes(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const [x, y] = [a.charCodeAt(i), b.charCodeAt(i)]
    if (x !== y) return aboveBasicPlane(x) - aboveBasicPlane(y) || x - y
  }
  return a.length - b.length
}

/** UTF-8 sorts what UTF-16 writes as surrogates (D800–DFFF) after E000–FFFF. */
function aboveBasicPlane(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? 1 : 0
}
