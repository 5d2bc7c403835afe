import type { Offer } from '../offer.ts'
import type { OfferAnswer } from '../search.ts'
import { canonicalJson } from './canonical.ts'
import type { Subtle } from './subtle.ts'
import { utf8 } from './utf8.ts'

/**
 * The SHA-256, in hex, of the offers' canonical JSON, as in an attestation. The offers have to be as they came in the
 * answer, in their order.
 *
 * @throws TypeError if they contain what JSON cannot
 */
export function digestOfOffers(offers: readonly Offer[], subtle: Pick<Subtle, 'digest'>): Promise<string> {
  return digestOf(offers, subtle)
}

/** The same of one offer's answer, without what is about the answer and not the offer. */
export function digestOfOffer(
  { provider: _p, cached: _c, cachedUntil: _u, attestation: _a, ...offer }: OfferAnswer,
  subtle: Pick<Subtle, 'digest'>,
): Promise<string> {
  return digestOf(offer, subtle)
}

async function digestOf(value: unknown, subtle: Pick<Subtle, 'digest'>): Promise<string> {
  const digest = await subtle.digest('SHA-256', utf8(canonicalJson(value)))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
