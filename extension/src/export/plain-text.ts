import { matchedVariants, variantName } from '../model/variant-match.ts'
import { formatMoney } from '../pricing/format-money.ts'
import { minimumOf, type PriceRange } from '../pricing/price-at.ts'
import { dateAndTime } from './file-name.ts'
import type { Labels } from './labels.ts'
import type { ExportInput, ExportOffer } from './table.ts'

/** The offers as plain text for a chat: title, price, minimum order, supplier and URL, without notes or the listing. */
export function toPlainText(input: ExportInput, labels: Labels): string {
  const { offers, quantity, generatedAt } = input
  const heading = labels.heading(
    offers.length,
    quantity.toLocaleString(labels.locale),
    dateAndTime(generatedAt),
  )
  return [heading, ...offers.map((out, index) => entry(out, index + 1, input, labels))].join('\n\n')
}

function entry(out: ExportOffer, place: number, input: ExportInput, labels: Labels): string {
  const { title, titleTranslated, supplier, detailUrl } = out.offer
  const [first, ...further] = labels.titles(oneLine(title), titleTranslated && oneLine(titleTranslated))
  const { photos } = input
  const lines = [
    ...further,
    [priceOf(out, input, labels) + variantOf(out, labels), minimum(out, input.quantity, labels)].join(
      labels.comma,
    ),
    photos && out.foundBy && labels.foundBy(out.foundBy, photos),
    supplier.name && labels.supplier(oneLine(supplier.name), supplier.location && oneLine(supplier.location)),
    detailUrl,
  ]
  return [`${place}. ${first}`, ...lines.filter(Boolean)].join('\n   ')
}

function priceOf(out: ExportOffer, { currency, quantity }: ExportInput, labels: Labels): string {
  const { unitPrice, atMinimum, variantPrices, listPrice, converted } = out
  const other = converted !== null && currency ? formatMoney(converted, currency, labels.locale) : null
  if (unitPrice !== null) return labels.price(formatMoney(unitPrice, 'CNY', labels.locale), other)
  if (atMinimum) {
    const least = atMinimum.quantity.toLocaleString(labels.locale)
    return labels.priceFrom(formatMoney(atMinimum.unitPrice, 'CNY', labels.locale), least)
  }
  if (variantPrices) return labels.variantPrices(yuanRange(variantPrices, labels.locale))
  if (!listPrice) return labels.noPrice
  return labels.listPrice(yuanRange(listPrice, labels.locale), quantity.toLocaleString(labels.locale))
}

function variantOf({ offer }: ExportOffer, labels: Labels): string {
  const names = matchedVariants(offer).map((each) => oneLine(variantName(each, labels.locale === 'zh')))
  return names.length > 0 ? labels.ofVariant(names.join(' / ')) : ''
}

/** `¥10.00`, `¥10.00–¥25.00`. */
export function yuanRange({ low, high }: PriceRange, locale: string): string {
  const ends = high === null || high === low ? [low] : [low, high]
  return ends.map((end) => formatMoney(end, 'CNY', locale)).join('–')
}

function minimum({ offer, belowMinimum }: ExportOffer, quantity: number, labels: Labels): string {
  const least = minimumOf(offer)
  if (least === null) return labels.noMinimum
  const count = [least.toLocaleString(labels.locale), offer.unit].filter(Boolean).join(' ')
  return labels.minimum(count, belowMinimum ? quantity.toLocaleString(labels.locale) : null)
}

/** A supplier's text without line breaks, so that it cannot look like lines of our own. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
