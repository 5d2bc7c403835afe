import type { DetailedOffer } from '@find-on-1688/shared'
import type { ComponentChild } from 'preact'
import { joinList, texts } from '../../i18n/index.ts'
import { type KnownOffer, stockOf } from '../../model/variant-match.ts'
import { minimumOf } from '../../pricing/price-at.ts'
import { percent, whole } from '../format/text.ts'
import { PlaceName } from '../offer/place-name.tsx'
import { plain } from '../offer/supplier.tsx'
import { Field, isDetailed } from './field.tsx'

/** How it is ordered and delivered, and what the seller promises. */
export function OfferTerms({ offer }: { offer: KnownOffer }) {
  const t = texts()
  const page = isDetailed(offer) ? offer : undefined
  const minimum = minimumOf(offer)
  const stock = stockOf(offer)
  const { services = [] } = offer
  return (
    <section aria-labelledby="offer-terms">
      <h2 id="offer-terms">{t.terms}</h2>
      <dl>
        <Field offer={offer} label={t.availability}>
          {page?.status && (page.status === 'active' ? t.forSale : t.offerUnavailable)}
        </Field>
        <Field offer={offer} label={t.variantStock}>
          {stock !== null && (stock === 0 ? t.soldOut : whole(stock))}
        </Field>
        <Field offer={offer} label={t.minimumOrderLabel}>
          {minimum !== null && whole(minimum)}
        </Field>
        <Field offer={offer} label={t.lotSize}>
          {page?.lotSize && whole(page.lotSize)}
        </Field>
        <Field offer={offer} label={t.mixedOrder}>
          {page?.mixedOrder && mixedOrderText(page.mixedOrder)}
        </Field>
        <Field offer={offer} label={t.sentFrom}>
          {page?.sentFrom && <PlaceName location={page.sentFrom} />}
        </Field>
        <Field offer={offer} label={t.packedWeight}>
          {page?.shipping.weightKg && `${page.shipping.weightKg} kg`}
        </Field>
        <Field offer={offer} label={t.packedSize}>
          {page && sizeText(page.shipping)}
        </Field>
        <Field offer={offer} label={t.servicesLabel}>
          {services.length > 0
            ? joinList(services.map((code) => (t.services as Record<string, string>)[code] ?? plain(code)))
            : page && t.noneStated}
        </Field>
        <Field offer={offer} label={t.certificates}>
          {page?.certificates && certificatesOf(page.certificates)}
        </Field>
        <Field offer={offer} label={t.monthlySalesLabel}>
          {offer.monthlySales !== null && whole(offer.monthlySales)}
        </Field>
        <Field offer={offer} label={t.repurchaseRateLabel}>
          {offer.repurchaseRate !== null && percent(offer.repurchaseRate)}
        </Field>
        <Field offer={offer} label={t.patented}>
          {offer.patented !== null && (offer.patented ? t.yes : t.no)}
        </Field>
      </dl>
    </section>
  )
}

function mixedOrderText({
  allowed,
  minAmount,
  minQuantity,
}: NonNullable<DetailedOffer['mixedOrder']>): string {
  const t = texts()
  if (!allowed) return t.mixedOrderNotAllowed
  const least = [
    ...(minQuantity ? [t.pieces(whole(minQuantity))] : []),
    ...(minAmount ? [`¥${minAmount}`] : []),
  ]
  const [one, other] = least
  if (!one) return t.mixedOrderAllowed
  return t.mixedOrderFrom(other ? t.either(one, other) : one)
}

/** Nothing unless all three are known. */
function sizeText({ lengthCm, widthCm, heightCm }: DetailedOffer['shipping']): string | undefined {
  const all = [lengthCm, widthCm, heightCm]
  return all.includes(null) ? undefined : `${all.join(' × ')} cm`
}

function certificatesOf(certificates: NonNullable<DetailedOffer['certificates']>): ComponentChild {
  const all = certificates.map(({ name, code }) => [name, code].filter(Boolean).join(' '))
  return all.length > 0 ? <bdi lang="zh">{joinList(all)}</bdi> : texts().noneStated
}
