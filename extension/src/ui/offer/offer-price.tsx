import type { ComponentChild } from 'preact'
import { locale, texts } from '../../i18n/index.ts'
import { sendToBackground } from '../../model/messages.ts'
import type { OfferDetails } from '../../model/search.ts'
import { formatMoney } from '../../pricing/format-money.ts'
import { minimumOf } from '../../pricing/price-at.ts'
import type { PricedOffer } from '../../pricing/priced-offer.ts'
import { lazy } from '../components/lazy.tsx'
import { whole } from '../format/text.ts'
import { useOfferDetails } from './offer-contexts.ts'
import {
  cheaperOrderText,
  priceBasis,
  priceBasisTooltip,
  tiersAge,
  tierTexts,
  yuanRange,
} from './price-text.ts'
import { useAskedTiers } from './use-asked-tiers.ts'

const PricedVariant = lazy(async () => (await import('./variant-facts.tsx')).PricedVariant)
const DetailsAge = lazy(async () => (await import('./details-age.tsx')).DetailsAge)
/** Younger ones are as good as new. */
const OLD_MS = 3_600_000

interface Props {
  priced: PricedOffer
  isCurrent?: boolean
  tabIndex: number
  canLoadTiers: boolean
  /** Not on the offer's own page. */
  linksToPage?: boolean
}

/** What is known of the price at the chosen quantity, in yuan and in the display currency, and the minimum order. */
export function OfferPrice({ priced, isCurrent = false, tabIndex, canLoadTiers, linksToPage = true }: Props) {
  const t = texts()
  const { offer, at, shown } = priced
  const details = useOfferDetails(offer.offerId)
  const minimum = minimumOf(offer)
  const row = useAskedTiers(priced, details, isCurrent)
  const tiers = priceTiers({ priced, details, tabIndex, canLoad: canLoadTiers })
  return (
    <>
      <div class="price-line">
        {shown === null ? (
          <div class="price unknown">{t.priceUnknown}</div>
        ) : (
          <div class={shown.high === null || shown.high === shown.low ? 'price' : 'price range'}>
            <small>¥</small>
            {yuanRange(shown)}
          </div>
        )}
        <div class="converted">
          <Converted priced={priced} tabIndex={tabIndex} />
        </div>
      </div>
      <div class="min-order" ref={row}>
        {minimum !== null && (
          <span
            class={at.belowMinimum ? 'below-minimum' : undefined}
            data-tooltip={at.belowMinimum ? t.belowMinimum(whole(minimum)) : undefined}
          >
            {t.minimumOrder(whole(minimum), offer.unit)}
          </span>
        )}
        {tiers}
        {canLoadTiers && <OldDetails offerId={offer.offerId} details={details} tabIndex={tabIndex} />}
        {linksToPage && (
          <DetailsLink
            offerId={offer.offerId}
            costs={canLoadTiers && details?.state !== 'done'}
            tabIndex={tabIndex}
          />
        )}
      </div>
    </>
  )
}

interface DetailsLinkProps {
  offerId: string
  /** Whether opening it asks 1688. */
  costs: boolean
  tabIndex: number
}

/** To the offer's own page in the app. */
export function DetailsLink({ offerId, costs, tabIndex }: DetailsLinkProps) {
  const t = texts()
  return (
    <a
      class="details-link"
      href={`#offer/${offerId}`}
      data-tooltip={costs ? t.detailsCostTooltip : t.detailsTooltip}
      tabIndex={tabIndex}
    >
      {t.details}
    </a>
  )
}

interface OldDetailsProps {
  offerId: string
  details: OfferDetails | undefined
  tabIndex: number
}

/** A sign that price tiers are old, which asks for them again. */
export function OldDetails({ offerId, details, tabIndex }: OldDetailsProps) {
  return details?.state === 'done' && isOld(details.offer.fetchedAt) ? (
    <DetailsAge offerId={offerId} details={details} short tabIndex={tabIndex} />
  ) : null
}

function isOld(fetchedAt: string | undefined): boolean {
  return fetchedAt === undefined || Date.now() - Date.parse(fetchedAt) > OLD_MS
}

/** The price in the display currency, and what kind of price it is, unless it is the one at the quantity. */
function Converted({ priced, tabIndex }: Pick<Props, 'priced' | 'tabIndex'>) {
  const t = texts()
  const { at, quantity, converted, currency } = priced
  const format = (amount: string) => formatMoney(amount, currency, locale())
  const { low, high = null } = converted ?? {}
  const range = low && (high === null || high === low ? format(low) : `${format(low)}–${format(high)}`)
  const hasVariant = priced.variants.length > 0
  const basis = at.variantPrices && hasVariant ? undefined : priceBasis(at)
  return (
    <>
      {range && (
        <span class="amount">
          {at.unitPrice === null
            ? range
            : quantity > 1
              ? t.priceAtQuantity(range, whole(quantity))
              : t.pricePerPiece(range)}
        </span>
      )}
      {hasVariant && <PricedVariant priced={priced} tabIndex={tabIndex} />}
      {basis && (
        <span
          class={at.basis === 'list' && quantity > 1 ? 'price-basis not-known' : 'price-basis'}
          data-tooltip={priceBasisTooltip(at)}
          tabIndex={tabIndex}
        >
          {basis}
        </span>
      )}
      {at.cheaperOrder && (
        <span class="cheaper-order" data-tooltip={cheaperOrderText(at, quantity)} tabIndex={tabIndex}>
          {t.costLess(whole(at.cheaperOrder.quantity))}
        </span>
      )}
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
export function priceTiers({ priced, details, tabIndex, canLoad }: TiersProps): ComponentChild {
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
  // It stands beside the price.
  if (basis === 'variants') return undefined
  if (details) return text(t.noTiers, withAge(t.noTiersTooltip))
  return canLoad && button(t.getTiersShort, t.getTiersTooltip)
}
