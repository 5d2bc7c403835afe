import type { ComponentChild } from 'preact'
import { locale, texts } from '../../i18n/index.ts'
import { sendToBackground } from '../../model/messages.ts'
import type { OfferDetails } from '../../model/search.ts'
import { formatMoney } from '../../pricing/format-money.ts'
import { minimumOf } from '../../pricing/price-at.ts'
import { lazy } from '../components/lazy.tsx'
import { whole } from '../format/text.ts'
import { useApp } from '../state/app-context.tsx'
import { useOfferDetails } from './offer-contexts.ts'
import {
  cheaperOrderText,
  priceBasis,
  priceBasisTooltip,
  tiersAge,
  tierTexts,
  yuanRange,
} from './price-text.ts'
import type { PricedOffer } from './priced-offer.ts'

const DetailsAge = lazy(async () => (await import('./details-age.tsx')).DetailsAge)
/** Younger ones are as good as new. */
const OLD_MS = 3_600_000

interface Props {
  priced: PricedOffer
  tabIndex: number
  canLoadTiers: boolean
}

/** What is known of the price at the chosen quantity, in yuan and in the display currency, and the minimum order. */
export function OfferPrice({ priced, tabIndex, canLoadTiers }: Props) {
  const t = texts()
  const { offer, at, shown } = priced
  const details = useOfferDetails(offer.offerId)
  const minimum = minimumOf(offer)
  const basis = at.variantPrices ? undefined : priceBasis(at)
  const tiers = priceTiers({ priced, details, tabIndex, canLoad: canLoadTiers })
  return (
    <>
      {shown === null ? (
        <div class="price unknown">{t.priceUnknown}</div>
      ) : (
        <div class="price-line">
          <span class={shown.high === null || shown.high === shown.low ? 'price' : 'price range'}>
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
            {t.minimumOrder(whole(minimum), offer.unit)}
          </span>
        )}
        {minimum !== null && tiers && ' · '}
        {tiers}{' '}
        {details?.state === 'done' && canLoadTiers && isOld(details.offer.fetchedAt) && (
          <DetailsAge offerId={offer.offerId} details={details} short tabIndex={tabIndex} />
        )}
      </div>
    </>
  )
}

function isOld(fetchedAt: string | undefined): boolean {
  return fetchedAt === undefined || Date.now() - Date.parse(fetchedAt) > OLD_MS
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
      {range && <span class="amount">{range} · </span>}
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

interface TiersProps {
  priced: PricedOffer
  details: OfferDetails | undefined
  tabIndex: number
  canLoad: boolean
}

/** The price tiers on hover and focus; if the search has none, a button that loads them. */
function priceTiers({ priced, details, tabIndex, canLoad }: TiersProps): ComponentChild {
  const t = texts()
  const { offerId, priceTiers } = priced.offer
  const { basis } = priced.at
  const button = (label: string, tooltip: string) => (
    <button
      type="button"
      class="link price-tiers"
      tabIndex={tabIndex}
      data-tooltip={tooltip}
      onClick={() => sendToBackground({ type: 'offerDetails', offerId })}
    >
      {label}
    </button>
  )
  const text = (label: string, tooltip: string) => (
    <span class="price-tiers" data-tooltip={tooltip} tabIndex={tabIndex}>
      {label}
    </span>
  )
  const age = tiersAge(priced.offer)
  const withAge = (...lines: string[]) => [...lines, age].filter(Boolean).join('\n')
  if (priceTiers.length > 1) return text(t.tierCount(priceTiers.length), withAge(...tierTexts(priceTiers)))
  if (details?.state === 'loading') return <span class="price-tiers">{t.loadingTiers}</span>
  if (details?.state === 'failed') return button(t.retryTiers, t.failures[details.failure.code].title)
  if (basis === 'anyQuantity') return text(t.onePrice, withAge(t.onePriceTooltip))
  if (basis === 'variants') return text(t.byVariant, withAge(t.byVariantTooltip))
  if (details) return text(t.noTiers, withAge(t.noTiersTooltip))
  return canLoad && button(t.getTiersShort, t.getTiersTooltip)
}
