import { locale, texts } from '../../i18n/index.ts'
import { sendToBackground } from '../../model/messages.ts'
import { formatMoney } from '../../pricing/format-money.ts'
import { minimumOf } from '../../pricing/price-at.ts'
import { whole } from '../format/text.ts'
import { useApp } from '../state/app-context.tsx'
import { useOfferDetails } from './offer-contexts.ts'
import { cheaperOrderText, priceBasis, priceBasisTooltip, tierTexts, yuanRange } from './price-text.ts'
import type { PricedOffer } from './priced-offer.ts'

interface Props {
  priced: PricedOffer
  tabIndex: number
  canLoadTiers: boolean
}

/** What is known of the price at the chosen quantity, in yuan and in the display currency, and the minimum order. */
export function OfferPrice({ priced, tabIndex, canLoadTiers }: Props) {
  const t = texts()
  const { offer, at, shown } = priced
  const minimum = minimumOf(offer)
  const basis = priceBasis(at)
  return (
    <>
      {shown === null ? (
        <div class="price unknown">{t.priceUnknown}</div>
      ) : (
        <div class="price-line">
          <span class="price">
            <small>¥</small>
            {yuanRange(shown)}
          </span>
          {basis && (
            <span class="price-basis" data-tooltip={priceBasisTooltip(at)}>
              {basis}
            </span>
          )}
        </div>
      )}
      <div class="converted">
        <Converted priced={priced} tabIndex={tabIndex} canLoadTiers={canLoadTiers} />
      </div>
      <div class="min-order">
        {minimum !== null && (
          <span
            class={at.belowMinimum ? 'below-minimum' : undefined}
            data-tooltip={at.belowMinimum ? t.belowMinimum(whole(minimum)) : undefined}
          >
            {t.minimumOrder(whole(minimum))}
          </span>
        )}{' '}
        <PriceTiers priced={priced} tabIndex={tabIndex} canLoad={canLoadTiers} />
      </div>
    </>
  )
}

/** The price in the display currency, and what there is to say about the quantity. */
function Converted({ priced: { offer, at, quantity, converted }, canLoadTiers, tabIndex }: Props) {
  const t = texts()
  const { money } = useApp()
  const isAsked = useOfferDetails(offer.offerId)?.state === 'done' || !canLoadTiers
  const format = (amount: string) => formatMoney(amount, money.currency, locale())
  const { low, high = null } = converted ?? {}
  const range = low && (high === null || high === low ? format(low) : `${format(low)}–${format(high)}`)
  const more =
    at.basis === 'list' && quantity > 1
      ? (isAsked ? t.notStated : t.notAsked)(whole(quantity))
      : at.cheaperOrder && t.costLess(whole(at.cheaperOrder.quantity))
  if (!more) return <>{range && t.pricePerPiece(range)}</>
  return (
    <>
      {range && `${range} · `}
      <span
        class={at.cheaperOrder ? 'cheaper-order' : 'not-known'}
        data-tooltip={cheaperOrderText(at, quantity)}
        tabIndex={at.cheaperOrder ? tabIndex : undefined}
      >
        {more}
      </span>
    </>
  )
}

/** The price tiers on hover and focus; if the search has none, a button that loads them. */
function PriceTiers(props: { priced: PricedOffer; tabIndex: number; canLoad: boolean }) {
  const t = texts()
  const { tabIndex, canLoad, priced } = props
  const { offerId, priceTiers } = priced.offer
  const details = useOfferDetails(offerId)
  if (priceTiers.length > 1)
    return (
      <span class="price-tiers" data-tooltip={tierTexts(priceTiers).join('\n')} tabIndex={tabIndex}>
        {t.tierCount(priceTiers.length)}
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
  const { basis } = priced.at
  if (basis === 'anyQuantity')
    return (
      <span class="price-tiers" data-tooltip={t.onePriceTooltip} tabIndex={tabIndex}>
        {t.onePrice}
      </span>
    )
  if (basis === 'variants') return null
  if (details?.state === 'done')
    return (
      <span class="price-tiers" data-tooltip={t.noTiersTooltip} tabIndex={tabIndex}>
        {t.noTiers}
      </span>
    )
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
