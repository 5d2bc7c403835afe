import type { Offer } from '@find-on-1688/shared'
import { texts } from '../../i18n/index.ts'
import { useOfferActions } from './use-offer-actions.ts'

/** Buttons to save an offer and to add it to the comparison. */
export function OfferActions({ offer, tabIndex }: { offer: Offer; tabIndex: number }) {
  const t = texts()
  const { isSaved, isCompared, save, compare } = useOfferActions()
  const [saved, compared] = [isSaved(offer), isCompared(offer)]
  return (
    <div class={saved || compared ? 'offer-actions active' : 'offer-actions'}>
      <button
        type="button"
        class="offer-action save"
        tabIndex={tabIndex}
        aria-pressed={saved}
        onClick={() => save(offer)}
      >
        {saved ? t.offerIsSaved : t.saveOffer}
      </button>
      <button
        type="button"
        class="offer-action compare"
        tabIndex={tabIndex}
        aria-pressed={compared}
        onClick={() => compare(offer)}
      >
        {compared ? t.isCompared : t.compare}
      </button>
    </div>
  )
}
