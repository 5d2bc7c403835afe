import * as v from 'valibot'
import { MODES } from '../mode.ts'
import { PROVIDERS } from '../provider.ts'
import { LANGUAGES, SORTS } from '../search.ts'
import { WholeNumber } from '../whole-number.ts'

const Sha256 = v.pipe(v.string(), v.regex(/^[\da-f]{64}$/))
const Count = v.pipe(WholeNumber, v.minValue(0))

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

/**
 * What the worker signs of one offer's details, in the same form: `offerSha256` is the digest of the canonical JSON of the
 * answer's members that describe the offer, `fetchedAt` among them.
 */
export const OfferAttestationSchema = v.object({
  iat: Count,
  offerId: v.string(),
  query: v.object({ language: v.picklist(LANGUAGES) }),
  provider: v.picklist(PROVIDERS),
  offerSha256: Sha256,
})
export type OfferAttestation = v.InferOutput<typeof OfferAttestationSchema>
