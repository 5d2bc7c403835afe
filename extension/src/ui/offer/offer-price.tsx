import type { PriceTier } from '@find-on-1688/shared'
import { locale, texts } from '../../i18n/index.ts'
import { sendToBackground } from '../../model/messages.ts'
import { formatMoney } from '../../pricing/format-money.ts'
import { minimumOf } from '../../pricing/price-at.ts'
import { whole, money as yuan } from '../format/text.ts'
import { useApp } from '../state/app-context.tsx'
import { useOfferDetails } from './offer-contexts.ts'
import type { PricedOffer } from './priced-offer.ts'

interface Props {
  priced: PricedOffer
  tabIndex: number
  canLoadTiers: boolean
}

/** The unit price at the chosen quantity, in yuan and in the display currency, and the minimum order. */
export function OfferPrice({ priced: { offer, at, converted }, tabIndex, canLoadTiers }: Props) {
  const t = texts()
  const { money } = useApp()
  const minimum = minimumOf(offer)
  const canLoad = canLoadTiers && !at.tiersKnown
  const isRequested = useOfferDetails(offer.offerId) !== undefined
  const hasTiers = canLoad || isRequested || offer.priceTiers.length > 1
  return (
    <>
      {at.unitPrice === null ? (
        <div class="price unknown">{t.priceUnknown}</div>
      ) : (
        <div class="price">
          <small>¥</small>
          {yuan(at.unitPrice)}
        </div>
      )}
      <div class="converted">
        {converted !== null && t.pricePerPiece(formatMoney(converted, money.currency, locale()))}
      </div>
      <div class="min-order">
        {minimum !== null && (
          <span
            class={at.belowMinimum ? 'below-minimum' : undefined}
            data-tooltip={at.belowMinimum ? t.belowMinimum(whole(minimum)) : undefined}
          >
            {t.minimumOrder(whole(minimum))}
          </span>
        )}
        {minimum !== null && hasTiers && ' · '}
        <PriceTiers offerId={offer.offerId} tiers={offer.priceTiers} tabIndex={tabIndex} canLoad={canLoad} />
      </div>
    </>
  )
}

/** The price tiers on hover and focus; if the search has none, a button that loads them. */
function PriceTiers(props: { offerId: string; tiers: PriceTier[]; tabIndex: number; canLoad: boolean }) {
  const t = texts()
  const { offerId, tiers, tabIndex, canLoad } = props
  const details = useOfferDetails(offerId)
  if (tiers.length > 1)
    return (
      <span class="price-tiers" data-tooltip={tierTexts(tiers).join('\n')} tabIndex={tabIndex}>
        {t.tierCount(tiers.length)}
      </span>
    )
  if (details?.state === 'loading') return <span class="price-tiers">{t.loadingTiers}</span>
  if (details?.state === 'failed')
    return (
      <button
        type="button"
        class="link price-tiers"
        tabIndex={tabIndex}
        data-tooltip={t.failures[details.failure.code].title}
        onClick={() => sendToBackground({ type: 'offerDetails', offerId })}
      >
        {t.retryTiers}
      </button>
    )
  if (details?.state === 'done') return <span class="price-tiers">{t.onePrice}</span>
  if (!canLoad) return null
  return (
    <button
      type="button"
      class="link price-tiers"
      tabIndex={tabIndex}
      data-tooltip={t.getTiersTooltip}
      onClick={() => sendToBackground({ type: 'offerDetails', offerId })}
    >
      {t.getTiers}
    </button>
  )
}

export function tierTexts(tiers: PriceTier[]): string[] {
  return tiers.map(({ minQuantity, price }) => `${texts().tierFrom(whole(minQuantity))}  ¥${yuan(price)}`)
}
