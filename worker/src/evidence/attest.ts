import type { Attestation } from '@find-on-1688/shared'
import { base64Url } from '../bytes.ts'
import type { Signer } from './keys.ts'

/**
 * A compact JWS (RFC 7515, RFC 8037) over an answer. The header has no `typ`: the keys sign nothing else.
 */
export async function attest({ kid, sign }: Signer, attestation: Attestation): Promise<string> {
  const parts = [{ alg: 'EdDSA', kid }, attestation].map((part) => base64Url(JSON.stringify(part)))
  const signed = parts.join('.')
  return `${signed}.${base64Url(await sign(signed))}`
}
