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
  /** Whether shortcuts act on it; only then can its controls be reached by Tab. */
  isCurrent: boolean
  /** What has changed since an earlier search, in words. */
  change: string | undefined
  /** Whether price tiers can be loaded. */
  canLoadTiers: boolean
  onCurrent(offerId: string): void
  onEnlarge(offerId: string | undefined): void
  onComparePhotos(offerId: string): void
}

/** Photo, title, supplier, price and actions of one offer. */
export function OfferRow({
  priced,
  isCurrent,
  change,
  canLoadTiers,
  onCurrent,
  onEnlarge,
  onComparePhotos,
}: RowProps) {
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
  const comparePhotos = () => {
    shrink()
    onComparePhotos(offer.offerId)
  }
  const tabIndex = isCurrent ? 0 : -1
  return (
    <li
      class={isCurrent ? 'offer current' : 'offer'}
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
        onClick={comparePhotos}
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
        <OfferPrice priced={priced} tabIndex={tabIndex} canLoadTiers={canLoadTiers} />
        <OfferActions offer={offer} tabIndex={tabIndex} />
      </div>
    </li>
  )
}

/** So that a pointer that only passes enlarges nothing. */
const HOVER_MS = 250
