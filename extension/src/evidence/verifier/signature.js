/** @import { AttestationKeys } from '@find-on-1688/shared' */
/** @import { CheckedAnswer, Subtle } from '../types.ts' */
import { base64UrlOf, bytesOfBase64Url, canonicalJson, utf8 } from './encoding.js'

const ED25519 = { name: 'Ed25519' }

/**
 * Checks a compact JWS (RFC 7515, RFC 8037) with the keys in the file; without its key it stays unchecked. The payload is
 * returned even if the signature does not hold, to show what differs.
 *
 * @param {string} jws
 * @param {AttestationKeys | null} keys
 * @param {Subtle} subtle
 * @param {(payload: any) => boolean} isExpected whether it says what is signed of such an answer
 * @returns {Promise<Pick<CheckedAnswer, 'signature' | 'key'> & { signed: any }>}
 */
export async function checkSignature(jws, keys, subtle, isExpected) {
  const parts = jws.split('.')
  const [header, payload] = parts.slice(0, 2).map(read)
  const signed = parts.length === 3 && isExpected(payload) ? payload : null
  if (header?.alg !== 'EdDSA' || typeof header.kid !== 'string' || 'crit' in header || !signed)
    return { signature: 'changed', signed, key: null }
  const jwk = keys?.keys.find((one) => one.kid === header.kid)
  if (!jwk) return { signature: 'unchecked', signed, key: null }
  const { kid, kty, crv, x } = jwk
  const key = { kid, thumbprint: await thumbprintOf({ kty, crv, x }, subtle) }
  try {
    const signature = bytesOfBase64Url(parts[2] ?? '')
    const imported = await subtle.importKey('jwk', { kty, crv, x }, ED25519, false, ['verify'])
    const holds = await subtle.verify(ED25519, imported, signature, utf8(parts.slice(0, 2).join('.')))
    return { signature: holds && signature.length === 64 ? 'holds' : 'changed', signed, key }
  } catch (error) {
    const isUnknownHere = /** @type {Partial<Error>} */ (error).name === 'NotSupportedError'
    return { signature: isUnknownHere ? 'unchecked' : 'changed', signed, key }
  }
}

/**
 * The JWK thumbprint (RFC 7638).
 *
 * @param {object} jwk
 * @param {Subtle} subtle
 */
async function thumbprintOf(jwk, subtle) {
  return base64UrlOf(new Uint8Array(await subtle.digest('SHA-256', utf8(canonicalJson(jwk)))))
}

/**
 * @param {string} part
 * @returns {any}
 */
function read(part) {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytesOfBase64Url(part))) ?? undefined
  } catch {
    return undefined
  }
}

/** @param {any} payload */
export function isOfSearch(payload) {
  return (
    Number.isSafeInteger(payload?.iat) &&
    typeof payload.searchId === 'string' &&
    (payload.imageSha256 === null || typeof payload.imageSha256 === 'string') &&
    typeof payload.offersSha256 === 'string' &&
    typeof payload.provider === 'string' &&
    typeof payload.query?.mode === 'string'
  )
}

/** @param {any} payload */
export function isOfOffer(payload) {
  return (
    Number.isSafeInteger(payload?.iat) &&
    typeof payload.offerId === 'string' &&
    typeof payload.offerSha256 === 'string' &&
    typeof payload.provider === 'string' &&
    typeof payload.query?.language === 'string'
  )
}
