import type { DetailedOffer } from '@find-on-1688/shared'
import type { OfferDetails } from '../model/search.ts'
import { offerWith } from './offers.ts'

/** What the page of an offer tells when nothing but this is known. */
export function detailsWith(known: Partial<DetailedOffer> = {}): OfferDetails {
  const shipping = { weightKg: null, lengthCm: null, widthCm: null, heightCm: null }
  return { state: 'done', offer: { ...offerWith(), shipping, ...known } }
}
