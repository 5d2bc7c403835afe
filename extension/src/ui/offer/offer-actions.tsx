import type { Offer } from '@find-on-1688/shared'
import { texts } from '../../i18n/index.ts'
import { useOfferActions } from './use-offer-actions.ts'

/** Buttons to save an offer and to add it to the comparison. */
export function OfferActions({ offer, tabIndex }: { offer: Offer; tabIndex: number }) {
  const { isSaved, isCompared, save, compare } = useOfferActions()
  return (
    <OfferButtons
      offer={offer}
      isSaved={isSaved(offer)}
      isCompared={isCompared(offer)}
      tabIndex={tabIndex}
      onSave={save}
      onCompare={compare}
    />
  )
}

interface Props {
  offer: Offer
  isSaved: boolean
  isCompared: boolean
  tabIndex: number
  onSave(offer: Offer): void
  onCompare(offer: Offer): void
}

/** Each is as wide as the longer of its two labels. */
export function OfferButtons({ offer, isSaved, isCompared, tabIndex, onSave, onCompare }: Props) {
  const t = texts()
  return (
    <div class="offer-actions">
      <button
        type="button"
        class="offer-action save"
        tabIndex={tabIndex}
        aria-pressed={isSaved}
        data-other={isSaved ? t.saveOffer : t.offerIsSaved}
        onClick={() => onSave(offer)}
      >
        {isSaved ? t.offerIsSaved : t.saveOffer}
      </button>
      <button
        type="button"
        class="offer-action compare"
        tabIndex={tabIndex}
        aria-pressed={isCompared}
        data-other={isCompared ? t.compare : t.isCompared}
        onClick={() => onCompare(offer)}
      >
        {isCompared ? t.isCompared : t.compare}
      </button>
    </div>
  )
}
