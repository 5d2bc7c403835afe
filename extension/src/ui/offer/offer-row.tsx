import type { Offer } from '@find-on-1688/shared'
import { useMemo, useRef } from 'preact/hooks'
import { texts } from '../../i18n/index.ts'
import type { OfferPhotoVerdict } from '../../photo-match/verdicts.ts'
import type { PricedOffer } from '../../pricing/priced-offer.ts'
import { VerdictBadge } from '../photo-match/verdict-badge.tsx'
import { OfferButtons } from './offer-actions.tsx'
import { OfferPrice } from './offer-price.tsx'
import { OfferTitle } from './offer-title.tsx'
import { Supplier } from './supplier.tsx'
import { Thumbnail } from './thumbnail.tsx'

export interface RowProps {
  priced: PricedOffer
  /** Whether shortcuts act on it; only then can its controls be reached by Tab. */
  isCurrent: boolean
  /** What has changed since an earlier search, in words. */
  change: string | undefined
  verdict: OfferPhotoVerdict | undefined
  isSaved: boolean
  isCompared: boolean
  /** Whether price tiers can be loaded. */
  canLoadTiers: boolean
  onCurrent(offerId: string): void
  onEnlarge(offerId: string | undefined): void
  onComparePhotos(offerId: string): void
  onSave(offer: Offer): void
  onCompare(offer: Offer): void
}

/**
 * Photo, title, supplier, price and actions of one offer. Drawn again only if one of its props has changed, so it may use
 * no context that changes often.
 */
export function OfferRow(props: RowProps) {
  return useMemo(() => <Row {...props} />, Object.values(props))
}

function Row({
  priced,
  isCurrent,
  change,
  verdict,
  isSaved,
  isCompared,
  canLoadTiers,
  onCurrent,
  onEnlarge,
  onComparePhotos,
  onSave,
  onCompare,
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
        <Thumbnail url={offer.imageUrl} />
        <VerdictBadge verdict={verdict} />
      </button>
      <div class="offer-text">
        <OfferTitle offer={offer} />
        <Supplier offer={offer} tabIndex={tabIndex} change={change} />
      </div>
      <div class="price-column">
        <OfferPrice priced={priced} isCurrent={isCurrent} tabIndex={tabIndex} canLoadTiers={canLoadTiers} />
        <OfferButtons
          offer={offer}
          isSaved={isSaved}
          isCompared={isCompared}
          tabIndex={tabIndex}
          onSave={onSave}
          onCompare={onCompare}
        />
      </div>
    </li>
  )
}

/** So that a pointer that only passes enlarges nothing. */
const HOVER_MS = 250
