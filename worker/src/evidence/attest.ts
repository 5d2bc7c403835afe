import type { Attestation, OfferAttestation } from '@find-on-1688/shared'
import { base64Url } from '../bytes.ts'
import type { Signer } from './keys.ts'

/**
 * A compact JWS (RFC 7515, RFC 8037) over an answer. The header has no `typ`: the claims tell answers from each other.
 */
export async function attest(
  { kid, sign }: Signer,
  claims: Omit<Attestation, 'iat'> | Omit<OfferAttestation, 'iat'>,
): Promise<string> {
  const parts = [
    { alg: 'EdDSA', kid },
    { iat: Math.floor(Date.now() / 1000), ...claims },
  ].map((part) => base64Url(JSON.stringify(part)))
  const signed = parts.join('.')
  return `${signed}.${base64Url(await sign(signed))}`
}
