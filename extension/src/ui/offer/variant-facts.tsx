import type { OfferVariant } from '@find-on-1688/shared'
import { isChinese, texts } from '../../i18n/index.ts'
import { type KnownOffer, notForSale, variantName, variantsOf } from '../../model/variant-match.ts'
import type { PricedOffer } from '../../pricing/priced-offer.ts'
import { priceBasis, priceBasisTooltip } from './price-text.ts'

interface Props {
  priced: PricedOffer
  tabIndex: number
}

/** Which variants the price is of, or that it depends on the variant. */
export function PricedVariant({ priced, tabIndex }: Props) {
  const { at } = priced
  const variant = pricedVariant(priced)
  if (!variant && !at.variantPrices) return null
  return (
    <span
      class={variant ? 'price-basis your-variant' : 'price-basis'}
      data-tooltip={variant?.tooltip ?? priceBasisTooltip(at)}
      lang={variant && languageOf(variant.label)}
      tabIndex={tabIndex}
    >
      {variant?.label ?? priceBasis(at)}
    </span>
  )
}

/**
 * Which variants the price is of, by what they have in common, if those are the searched product and not simply all: `Red`
 * for all sizes of it.
 */
export function pricedVariant({
  at,
  offer,
  variants,
}: Pick<PricedOffer, 'at' | 'offer' | 'variants'>): { label: string; tooltip: string } | undefined {
  const t = texts()
  const [first, ...others] = variants
  const all = variantsOf(offer)
  const isPriced = at.basis === 'anyQuantity' || at.basis === 'variants'
  if (!first || !isPriced || variants.length === all.length) return undefined
  const has = (value: string) => (variant: OfferVariant) =>
    variant.attributes.some((attribute) => attribute.value === value)
  const attributes = first.attributes.filter(
    ({ value }) => others.length === 0 || (others.every(has(value)) && !all.every(has(value))),
  )
  return {
    label: variantName({ attributes }, isChinese()) || t.variantCount(variants.length),
    tooltip: t.pricedVariantTooltip(variantNames(variants), variants.length, offer.match?.by === 'hand'),
  }
}

/** `Red, 500 ml; Red, 1 l` */
export function variantNames(variants: readonly OfferVariant[]): string {
  return variants.map((variant) => variantName(variant, isChinese())).join(isChinese() ? '；' : '; ')
}

/** What 1688 has not translated stays Chinese. */
export function languageOf(text: string): 'zh' | undefined {
  return /\p{sc=Han}/u.test(text) ? 'zh' : undefined
}

interface OfferProps {
  offer: KnownOffer
  tabIndex: number
}

/** That it cannot be bought, if that is known, and why. */
export function NotForSale({ offer, tabIndex }: OfferProps) {
  const t = texts()
  const closed = notForSale(offer)
  if (!closed) return null
  return (
    <span class="badge warn" data-tooltip={t.notForSaleTooltip[closed]} tabIndex={tabIndex}>
      {t.notForSale[closed]}
    </span>
  )
}
