import type { Offer } from '@find-on-1688/shared'
import { titleOf } from '../format/text.ts'

/** An offer's title, in the user's language where it is translated. It leads to all that is known of the offer. */
export function OfferName({ offer }: { offer: Offer }) {
  const title = titleOf(offer)
  return (
    <a class="offer-title changed-title" href={`#offer/${offer.offerId}`}>
      <bdi lang={title === offer.titleTranslated ? undefined : 'zh'}>{title}</bdi>
    </a>
  )
}
