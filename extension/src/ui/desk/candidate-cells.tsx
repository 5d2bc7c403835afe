import type { ComponentChild } from 'preact'
import { isChinese, joinList, texts } from '../../i18n/index.ts'
import { badgesByTrust } from '../../model/badges.ts'
import type { OfferDetails } from '../../model/search.ts'
import type { CostLineName } from '../../pricing/cost-line.ts'
import type { Margin } from '../../pricing/margin.ts'
import type { PricedOffer } from '../../pricing/priced-offer.ts'
import { whole } from '../format/text.ts'
import { doubtSteps, missingText, moneyText } from '../margin/margin-text.ts'
import { priceBasis, priceBasisTooltip, yuanRange } from '../offer/price-text.ts'
import { labelOf, tooltipOf } from '../offer/supplier.tsx'
import { NotForSale, PricedVariant, pricedVariant } from '../offer/variant-facts.tsx'
import { needsDetails } from './lacking-tiers.ts'
import { shortMargin } from './row-text.ts'

/** What is not known is a dash to the eye. */
export function Unknown() {
  return (
    <>
      <span class="unknown" aria-hidden="true">
        –
      </span>
      <span class="visually-hidden">{texts().amountUnknown}</span>
    </>
  )
}

export function OfferCell({ priced }: { priced: PricedOffer }) {
  const { offer } = priced
  const { title, titleTranslated, detailUrl } = offer
  const translated = isChinese() || titleTranslated === title ? null : titleTranslated
  return (
    <>
      <a
        class="candidate-title own-text"
        href={detailUrl}
        target="_blank"
        rel="noreferrer noopener"
        title={translated ? `${translated}\n${title}` : title}
        dir="auto"
      >
        {translated ?? <span lang="zh">{title}</span>}
      </a>
      <span class="candidate-facts">
        {'shipping' in offer && <NotForSale offer={offer} tabIndex={-1} />}
        {pricedVariant(priced) && <PricedVariant priced={priced} tabIndex={-1} />}
        {offer.monthlySales !== null && <span>{texts().monthlySales(whole(offer.monthlySales))}</span>}
      </span>
    </>
  )
}

interface PriceProps {
  priced: PricedOffer
  details: OfferDetails | undefined
  getDetails(offerIds: readonly string[]): void
}

/** The price, and what kind of price it is, unless it is the one at the quantity. */
export function PriceCell({ priced, details, getDetails }: PriceProps) {
  const t = texts()
  const { offer, at, shown, converted, currency } = priced
  const basis = priceBasis(at)
  const { low, high } = converted ?? {}
  return (
    <>
      {shown ? (
        <span class={at.unitPrice === null ? 'candidate-price uncertain' : 'candidate-price'}>
          ¥{yuanRange(shown)}
        </span>
      ) : (
        <span class="unknown">{t.priceUnknown}</span>
      )}
      <span class="candidate-facts">
        {low !== undefined && <span>{moneyText({ low, high: high ?? low }, currency)}</span>}
        {basis && <span title={priceBasisTooltip(at)}>{basis}</span>}
        {tiersState({ offerId: offer.offerId, priced, details, getDetails })}
      </span>
    </>
  )
}

function tiersState({
  priced,
  details,
  getDetails,
  offerId,
}: PriceProps & { offerId: string }): ComponentChild {
  const t = texts()
  if (details?.state === 'loading') return <span>{t.loadingTiers}</span>
  if (!needsDetails(priced, details)) return null
  const failure = details?.state === 'failed' ? t.failures[details.failure.code].title : undefined
  return (
    <button
      type="button"
      class="link get-tiers"
      title={failure ?? t.getTiersTooltip}
      onClick={() => getDetails([offerId])}
    >
      {failure ? t.retryTiers : t.getTiersShort}
    </button>
  )
}

/** The margin, and why it is not certain, or what it lacks. */
export function MarginCell({ margin }: { margin: Margin | null }) {
  const { desk: t, costLines } = texts()
  if (!margin) return <span class="candidate-facts">{t.noSellingPriceShort}</span>
  const namesOf = (lines: readonly CostLineName[]) => joinList(lines.map((name) => costLines[name]))
  if (!margin.margin)
    return (
      <>
        <Unknown />
        <span class="candidate-facts remark" title={missingText(margin)}>
          {t.lacksShort(namesOf(margin.missing))}
        </span>
      </>
    )
  const [doubt] = margin.doubts
  const [step] = doubtSteps(margin)
  const estimated = namesOf(margin.estimated)
  const remark = doubt
    ? t.doubtsShort[doubt](whole(margin.minimumOrder ?? margin.quantity))
    : estimated && t.estimatedShort(estimated)
  return (
    <>
      <span class={`candidate-margin ${margin.verdict ?? 'uncertain'}`}>{shortMargin(margin)}</span>
      {remark && (
        <span class="candidate-facts remark" title={step ?? remark}>
          {remark}
        </span>
      )}
    </>
  )
}

interface SupplierProps {
  priced: PricedOffer
  products: number
  showSupplier(supplier: string): void
}

export function SupplierCell({ priced: { offer }, products, showSupplier }: SupplierProps) {
  const t = texts()
  const { supplier } = offer
  const name = supplier.name ?? supplier.loginId ?? undefined
  const [badge] = badgesByTrust(offer)
  if (name === undefined) return <Unknown />
  return (
    <>
      <bdi class="candidate-supplier" lang="zh" title={name}>
        {name}
      </bdi>
      <span class="candidate-facts">
        {supplier.years !== null && <span>{t.yearsOnPlatform(supplier.years)}</span>}
        {badge && (
          <span class={badge === 'patented' ? 'badge warn' : 'badge'} title={tooltipOf(badge)}>
            {labelOf(badge)}
          </span>
        )}
        {products > 1 && (
          <button
            type="button"
            class="link covers"
            title={t.desk.coversTooltip(whole(products))}
            onClick={() => showSupplier(name)}
          >
            {t.desk.covers(whole(products))}
          </button>
        )}
      </span>
    </>
  )
}
