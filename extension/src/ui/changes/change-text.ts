import type { PriceTier } from '@find-on-1688/shared'
import { isChinese, joinList, texts } from '../../i18n/index.ts'
import { variantName } from '../../model/variant-match.ts'
import { Decimal } from '../../pricing/decimal.ts'
import type { OfferChange, StockChange } from '../../pricing/offer-changes.ts'
import type { PriceRange } from '../../pricing/price-at.ts'
import { whole, money as yuan } from '../format/text.ts'
import { yuanRange } from '../offer/price-text.ts'

/** Of a change: what it is of, what it was and what it is. Without the last two, the name says it all. */
export interface ChangeText {
  name: string
  /** Whether the name is in Chinese, in any language around it. */
  isForeign?: boolean
  from?: string
  to?: string
  /** Whether to mind it: dearer, gone, or sold out. */
  isBad: boolean
}

export function changeTexts(change: OfferChange): ChangeText[] {
  const t = texts()
  switch (change.field) {
    case 'status':
      return change.to === 'active' ? [{ name: t.isBack, isBad: false }] : [{ name: t.wasGone, isBad: true }]
    case 'price': {
      const names = {
        quantity: t.priceAtNow(whole(change.quantity)),
        variants: t.priceByVariantNow,
        list: t.listPriceNow,
      }
      const [from, to] = [`¥${yuanRange(change.from)}`, `¥${yuanRange(change.to)}`]
      const share = percentText(change.from, change.to)
      return [{ name: names[change.basis], from, to: to + share, isBad: change.direction === 'up' }]
    }
    case 'minOrder':
      return [
        {
          name: t.minOrderNow,
          from: whole(change.from),
          to: whole(change.to),
          isBad: change.to > change.from,
        },
      ]
    case 'tiers':
      return tierTexts(change.from, change.to)
    case 'stock':
      return change.variants.map(stockText)
  }
}

function stockText({ variant, from, to }: StockChange): ChangeText {
  const t = texts()
  const ends = { from: whole(from), to: to === 0 ? t.soldOut : whole(to), isBad: to === 0 }
  if (!variant) return { name: t.stockNow, ...ends }
  const name = variantName(variant, isChinese())
  const isForeign = /\p{Script=Han}/u.test(name)
  return { name: t.stockOf(t.stockNow, name), ...(isForeign && { isForeign }), ...ends }
}

/** Each tier with another price; all of them where other quantities have tiers now. */
function tierTexts(from: PriceTier[], to: PriceTier[]): ChangeText[] {
  const t = texts()
  const then = new Map(from.map(({ minQuantity, price }) => [minQuantity, price]))
  const isSameSteps = from.length === to.length && to.every(({ minQuantity }) => then.has(minQuantity))
  if (!isSameSteps) return [{ name: t.tiersNow, from: tiersText(from), to: tiersText(to), isBad: false }]
  return to.flatMap(({ minQuantity, price }): ChangeText[] => {
    const before = then.get(minQuantity) ?? price
    const order = new Decimal(price).cmp(before)
    const name = t.tierAt(t.tiersNow, whole(minQuantity))
    return order === 0 ? [] : [{ name, from: `¥${yuan(before)}`, to: `¥${yuan(price)}`, isBad: order > 0 }]
  })
}

function tiersText(tiers: PriceTier[]): string {
  return joinList(
    tiers.map(({ minQuantity, price }) => texts().tierOf(whole(minQuantity), `¥${yuan(price)}`)),
  )
}

/** `+5.6%`, of the low end; nothing where that is the same. */
function percentText({ low: from }: PriceRange, { low: to }: PriceRange): string {
  if (new Decimal(from).eq('0') || new Decimal(from).eq(to)) return ''
  const change = new Decimal(to).minus(from).div(from).times('100').round(1)
  return change.eq('0') ? '' : ` (${change.gt('0') ? '+' : '−'}${change.abs().toFixed()}%)`
}
