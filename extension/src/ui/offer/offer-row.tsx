import { useRef } from 'preact/hooks'
import { texts } from '../../i18n/index.ts'
import { VerdictBadge } from '../photo-match/verdict-badge.tsx'
import { OfferActions } from './offer-actions.tsx'
import { OfferPrice } from './offer-price.tsx'
import { OfferTitle } from './offer-title.tsx'
import type { PricedOffer } from './priced-offer.ts'
import { Supplier } from './supplier.tsx'

export interface RowProps {
  priced: PricedOffer
  /** Whether the keys act on it; only then are its own controls in the order of the Tab key. */
  current: boolean
  /** What changed since an earlier search, in words. */
  change: string | undefined
  /** Whether the list can tell more of its price steps. */
  canAskSteps: boolean
  onCurrent(offerId: string): void
  onEnlarge(offerId: string | undefined): void
  onPair(offerId: string): void
}

/** One row is one decision: picture, title, who sells it, and what it costs at the wished quantity. */
export function OfferRow({ priced, current, change, canAskSteps, onCurrent, onEnlarge, onPair }: RowProps) {
  const t = texts()
  const { offer } = priced
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const enlarge = () => {
    timer.current = setTimeout(() => onEnlarge(offer.offerId), HOVER_MS)
  }
  const shrink = () => {
    clearTimeout(timer.current)
    onEnlarge(undefined)
  }
  const pair = () => {
    shrink()
    onPair(offer.offerId)
  }
  const tabIndex = current ? 0 : -1
  return (
    <li
      class={current ? 'offer current' : 'offer'}
      data-offer={offer.offerId}
      onFocusIn={() => onCurrent(offer.offerId)}
    >
      <button
        type="button"
        class="offer-photo"
        title={t.comparePhotosOpen}
        tabIndex={tabIndex}
        onMouseEnter={enlarge}
        onMouseLeave={shrink}
        onClick={pair}
      >
        {offer.imageUrl && <img src={offer.imageUrl} alt="" loading="lazy" referrerpolicy="no-referrer" />}
        {change && <span class="change-badge">{change}</span>}
        <VerdictBadge offerId={offer.offerId} />
      </button>
      <div class="offer-text">
        <OfferTitle offer={offer} />
        <Supplier offer={offer} tabIndex={tabIndex} />
      </div>
      <div class="price-column">
        <OfferPrice priced={priced} tabIndex={tabIndex} canAskSteps={canAskSteps} />
        <OfferActions offer={offer} tabIndex={tabIndex} />
      </div>
    </li>
  )
}

/** A pointer that only passes enlarges nothing. */
const HOVER_MS = 250
