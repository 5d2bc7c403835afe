import * as v from 'valibot'
import type { AttestationKeys } from '../attestation-keys.ts'
import type { Subtle } from '../subtle.ts'
import { textOf, utf8 } from '../utf8.ts'
import { bytesOfBase64Url } from './base64url.ts'

/**
 * Why an attestation proves nothing: it is malformed, claims another algorithm, was made by none of the keys, or was
 * changed. `unsupported` says nothing about it: this runtime has no Ed25519 (Chrome before 137).
 */
export type AttestationFault =
  | 'malformed'
  | 'wrong_algorithm'
  | 'unknown_key'
  | 'bad_signature'
  | 'unsupported'

const ED25519 = { name: 'Ed25519' }
const SIGNATURE_BYTES = 64

/** `crit` lists extensions that must be understood; none is, so a header with it is refused. */
const HeaderSchema = v.object({
  alg: v.string(),
  kid: v.optional(v.string()),
  crit: v.optional(v.undefined()),
})

/**
 * Verifies that one of the keys signed this, and returns what was signed. Whether the offers at hand were signed is another
 * question: their `digestOfOffers` has to equal `offersSha256`.
 *
 * @param jws a compact JWS, not trusted
 * @param jwks the worker's keys, already validated
 * @param schema of what was signed: a search's answer, or that of one offer
 */
export async function verifyAttestation<T>(
  jws: string,
  jwks: AttestationKeys,
  subtle: Pick<Subtle, 'importKey' | 'verify'>,
  schema: v.GenericSchema<unknown, T>,
): Promise<{ payload: T } | { fault: AttestationFault }> {
  const [header, payload, signature, ...others] = jws.split('.').map(bytesOfBase64Url)
  const parsed = v.safeParse(HeaderSchema, jsonOf(header))
  if (!parsed.success || !payload || !signature || others.length > 0) return { fault: 'malformed' }
  const { alg, kid } = parsed.output
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
  const attestation = v.safeParse(schema, jsonOf(payload))
  return attestation.success ? { payload: attestation.output } : { fault: 'malformed' }
}

function jsonOf(bytes: Uint8Array | undefined): unknown {
  try {
    return bytes && JSON.parse(textOf(bytes))
  } catch {
    return undefined
  }
}
