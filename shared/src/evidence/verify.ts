import * as v from 'valibot'
import { type Attestation, type AttestationKeys, AttestationSchema } from './attestation.ts'
import { bytesOfBase64Url } from './base64url.ts'
import type { Subtle } from './subtle.ts'
import { textOf, utf8 } from './utf8.ts'

/**
 * Why an attestation proves nothing: it is none; it claims another algorithm than the one there is; none of the keys
 * made it; it was changed. `unsupported` says nothing about it: this runtime does not know Ed25519 (Chrome before 137).
 */
export type AttestationFault =
  | 'malformed'
  | 'wrong_algorithm'
  | 'unknown_key'
  | 'bad_signature'
  | 'unsupported'

const ED25519 = { name: 'Ed25519' }
const SIGNATURE_BYTES = 64

/** Parts that have to be understood (`crit`) are refused: there is none that we understand. */
const HeaderSchema = v.object({
  alg: v.string(),
  kid: v.optional(v.string()),
  crit: v.optional(v.undefined()),
})

/**
 * Checks that one of the keys signed this, and gives what was signed. Whether the offers at hand are the ones that were
 * signed is another question: their `digestOfOffers` has to be its `offersSha256`.
 *
 * @param jws a compact JWS, from anywhere
 * @param jwks the worker's keys, in a checked form
 */
export async function verifyAttestation(
  jws: string,
  jwks: AttestationKeys,
  subtle: Pick<Subtle, 'importKey' | 'verify'>,
): Promise<{ payload: Attestation } | { fault: AttestationFault }> {
  const [header, payload, signature, ...others] = jws.split('.').map(bytesOfBase64Url)
  const head = v.safeParse(HeaderSchema, jsonOf(header))
  if (!head.success || !payload || !signature || others.length > 0) return { fault: 'malformed' }
  const { alg, kid } = head.output
  if (alg !== 'EdDSA') return { fault: 'wrong_algorithm' }
  const key = jwks.keys.find((one) => one.kid === kid)
  if (!key) return { fault: 'unknown_key' }
  const signed = utf8(jws.slice(0, jws.lastIndexOf('.')))
  const { kty, crv, x } = key
  try {
    const imported = await subtle.importKey('jwk', { kty, crv, x }, ED25519, false, ['verify'])
    const holds =
      signature.length === SIGNATURE_BYTES && (await subtle.verify(ED25519, imported, signature, signed))
    if (!holds) return { fault: 'bad_signature' }
  } catch (error) {
    const isUnsupported = (error as Partial<Error> | undefined)?.name === 'NotSupportedError'
    return { fault: isUnsupported ? 'unsupported' : 'unknown_key' }
  }
  const attestation = v.safeParse(AttestationSchema, jsonOf(payload))
  return attestation.success ? { payload: attestation.output } : { fault: 'malformed' }
}

function jsonOf(bytes: Uint8Array | undefined): unknown {
  try {
    return bytes && JSON.parse(textOf(bytes))
  } catch {
    return undefined
  }
}
