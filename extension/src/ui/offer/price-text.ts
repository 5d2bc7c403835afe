import type { DetailedOffer, Offer, PriceTier } from '@find-on-1688/shared'
import { texts } from '../../i18n/index.ts'
import type { PriceAt, PriceRange } from '../../pricing/price-at.ts'
import { ago, whole, money as yuan } from '../format/text.ts'

/** `10.10`, `10.00–25.00`: yuan without their sign. */
export function yuanRange({ low, high }: PriceRange): string {
  return high === null || high === low ? yuan(low) : `${yuan(low)}–${yuan(high)}`
}

/** What kind of price is shown, unless it is the one at the chosen quantity: `list price`, `from 2`, `by variant`. */
export function priceBasis({ unitPrice, atMinimum, variantPrices, listPrice }: PriceAt): string | undefined {
  const t = texts()
  if (unitPrice !== null) return undefined
  if (atMinimum) return t.fromQuantity(whole(atMinimum.quantity))
  if (variantPrices) return t.byVariant
  return listPrice ? t.listPrice : undefined
}

export function priceBasisTooltip({ variantPrices, listPrice }: PriceAt): string | undefined {
  const t = texts()
  return variantPrices
    ? `${t.byVariantTooltip}\n${t.sortedByHighest}`
    : listPrice
      ? t.listPriceTooltip
      : undefined
}

/** `50 cost less than 49: ¥480.00 instead of ¥494.90` */
export function cheaperOrderText({ cheaperOrder, total }: PriceAt, quantity: number): string | undefined {
  if (!cheaperOrder || total === null) return undefined
  const [now, instead] = [cheaperOrder.total, total].map((amount) => `¥${yuan(amount)}`) as [string, string]
  return texts().cheaperOrder(whole(cheaperOrder.quantity), whole(quantity), now, instead)
}

/** When 1688 was asked for the price tiers; nothing for those of a list. */
export function tiersAge(offer: Offer | DetailedOffer): string | undefined {
  return 'fetchedAt' in offer && offer.fetchedAt
    ? texts().tiersOf(ago(Date.parse(offer.fetchedAt)))
    : undefined
}

export function tierTexts(tiers: PriceTier[]): string[] {
  return tiers.map(({ minQuantity, price }) => `${texts().tierFrom(whole(minQuantity))}  ¥${yuan(price)}`)
}
