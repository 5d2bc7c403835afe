import type { Offer } from '@find-on-1688/shared'
import { texts } from '../../i18n/index.ts'
import { useQueryPhoto, useVerdict } from '../photo-match/photo-match-context.tsx'
import { verdictText } from '../photo-match/verdict-text.ts'

/** Both photos large and side by side, while the pointer is over the small one. */
export function EnlargedPhoto({ offer }: { offer: Offer }) {
  const t = texts()
  const picture = useQueryPhoto(offer.offerId)
  const verdict = useVerdict(offer.offerId)
  return (
    <div class="enlarged-photo" aria-hidden="true">
      {picture && (
        <figure>
          <img src={picture} alt="" />
          <figcaption>{t.searchedPicture}</figcaption>
        </figure>
      )}
      <figure>
        {offer.imageUrl && <img src={offer.imageUrl} alt="" referrerpolicy="no-referrer" />}
        <figcaption>{verdict ? verdictText(verdict) : t.offeredPicture}</figcaption>
      </figure>
    </div>
  )
}
