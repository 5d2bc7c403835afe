import * as v from 'valibot'
import { MODES } from '../mode.ts'
import { PROVIDERS } from '../provider.ts'
import { LANGUAGES, SORTS } from '../search.ts'

const Sha256 = v.pipe(v.string(), v.regex(/^[\da-f]{64}$/))
const Count = v.pipe(v.number(), v.integer(), v.minValue(0))

/**
 * What the worker signs of an answer: the payload of a compact JWS with the header `{"alg":"EdDSA","kid":"…"}`. `iat` is
 * the time in seconds, `imageSha256` the digest of the picture as received, `null` if an address was searched, and
 * `offersSha256` that of the offers' canonical JSON.
 */
export const AttestationSchema = v.object({
  iat: Count,
  searchId: v.string(),
  imageSha256: v.nullable(Sha256),
  query: v.object({
    mode: v.picklist(MODES),
    page: Count,
    pageSize: Count,
    sort: v.picklist(SORTS),
    priceMin: v.optional(v.string()),
    priceMax: v.optional(v.string()),
    language: v.picklist(LANGUAGES),
    region: v.optional(v.string()),
    filter: v.optional(v.array(v.string())),
    keyword: v.optional(v.string()),
  }),
  provider: v.picklist(PROVIDERS),
  offersSha256: Sha256,
})
export type Attestation = v.InferOutput<typeof AttestationSchema>

/** 32 bytes in base64url: the last two bits of the last letter are padding, and zero. */
export const KEY_BYTES = /^[\w-]{42}[AEIMQUYcgkosw048]$/

/** The answer of `GET /v1/attestation-keys`: the public keys as a JWK set (RFC 7517, RFC 8037), which may be empty. */
export const AttestationKeysSchema = v.object({
  keys: v.array(
    v.object({
      kty: v.literal('OKP'),
      crv: v.literal('Ed25519'),
      x: v.pipe(v.string(), v.regex(KEY_BYTES)),
      kid: v.string(),
      alg: v.literal('EdDSA'),
      use: v.literal('sig'),
    }),
  ),
})
export type AttestationKeys = v.InferOutput<typeof AttestationKeysSchema>
