import * as v from 'valibot'

/** 32 bytes in base64url: the last two bits of the last letter are padding, and zero. */
export const KEY_BYTES = /^[\w-]{42}[AEIMQUYcgkosw048]$/

/** The answer of `GET /v1/attestation-keys`: the public keys as a JWK set (RFC 7517, RFC 8037), which may be empty. */
export const AttestationKeysSchema = v.object({
  keys: v.array(
    v.object({
      kty: v.picklist(['OKP']),
      crv: v.picklist(['Ed25519']),
      x: v.pipe(v.string(), v.regex(KEY_BYTES)),
      kid: v.string(),
      alg: v.picklist(['EdDSA']),
      use: v.picklist(['sig']),
    }),
  ),
})
export type AttestationKeys = v.InferOutput<typeof AttestationKeysSchema>
