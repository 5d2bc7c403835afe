import type { Candidate } from '../../batch/decisions/candidates.ts'
import { isAskable, type OfferDetails } from '../../model/search.ts'
import type { DetailsOf } from '../../pricing/offer-with-details.ts'
import type { PricedOffer } from '../../pricing/priced-offer.ts'

/** Of products that none of the offers shows, the first are the likeliest. */
const FIRST = 3

/** Whether the price at the quantity is unknown, and the offer's own page may say it. */
export function needsDetails({ at }: PricedOffer, details: OfferDetails | undefined): boolean {
  return at.unitPrice === null && (at.basis === 'list' || at.basis === 'unknown') && isAskable(details)
}

/** The offers with the product's photo whose price at the quantity is unknown; without any such photo the first ones. */
export function lackingTiers(candidates: readonly Candidate[], detailsOf: DetailsOf): string[] {
  const withPhoto = candidates.filter(({ verdict }) => verdict === 'same' || verdict === 'probably')
  const wanted = withPhoto.length > 0 ? withPhoto : candidates.slice(0, FIRST)
  return wanted.flatMap(({ priced }) => {
    const { offerId } = priced.offer
    return needsDetails(priced, detailsOf(offerId)) ? [offerId] : []
  })
}
