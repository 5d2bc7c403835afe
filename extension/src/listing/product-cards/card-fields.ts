import { isShown } from '../../dom/elements.ts'
import { spacedText, visibleText } from '../../dom/visible-text.ts'
import { cleanTitle } from '../page/product-title.ts'
import { amountsIn, type PriceHint, type ReadPrice, readPrice } from '../prices/read-price.ts'
import type { ShownPrice } from '../shown/shown-prices.ts'

/** What the button that puts it into the cart says, or the card's form. */
const NUMBERS = [
  'data-product_sku',
  'data-sku',
  'data-product-sku',
  'data-product_id',
  'data-product-id',
  'data-productid',
  'data-product-number',
  'data-article-number',
  'data-articlenumber',
  'data-item-number',
  'data-item-id',
  'data-itemid',
]
/** "35% off", "-35%": a whole number, since shops round it. */
const DISCOUNT = /(?<![\d.,])(\d{1,2})\s?%/g
const ROUNDING = 0.015
/** Before a title, in an element without a space after it. */
const BADGE = /^(?:new listing|neues angebot|nouvelle annonce|nuovo annuncio|nuevo anuncio)\s*(?=\S)/i
const MAX_NUMBER = 64
const NUMBER_LABEL =
  /(?<!\p{L})(?:sku|art(?:ikel|icle|ículo|icolo)?\.?[ -]?(?:nr|no|num|n°|nummer|number)?\.?|item (?:no|number|#)\.?|model(?: no)?\.?|ref(?:erence|erencia)?\.?|mpn|part (?:no|number)\.?|货号|貨號|款号|型号|品番|商品番号|артикул)(?:\s*[:：#]|(?<=#))\s*([\w./-]*\d[\w./-]*)/iu
const NUMBER_COLUMN =
  /^(?:sku|art(?:ikel|icle)?\.?[ -]?(?:nr|no|number|nummer)\.?|item (?:no|number|#)\.?|model(?: no)?\.?|ref\.?|mpn|part (?:no|number)\.?|货号|貨號|款号|型号|品番|商品番号|артикул)$/iu

/** @param selectors the first with a result wins */
export function titleByRule(area: Element, selectors: string | undefined): string | null {
  for (const each of inOrder(area, selectors)) {
    const text = cleanTitle(each.textContent)
      ?.replace(/^[\s/|·•–-]+/, '')
      .replace(BADGE, '')
    if (text && text.length >= 3) return text
  }
  return null
}

/** @param selectors the first with a result wins; two elements with a dash between them are a range */
export function priceByRule(
  area: Element,
  selectors: string | undefined,
  hint: PriceHint,
): ReadPrice | undefined {
  const elements = inOrder(area, selectors)
  for (const [at, each] of elements.entries()) {
    const price = priceOf(each, hint)
    if (!price) continue
    const next = elements.slice(at + 1).find((other) => priceOf(other, hint))
    const high = next && !price.to && endsInDash(each, next) ? priceOf(next, hint) : undefined
    return high && Number(high.amount) > Number(price.amount) ? { ...price, to: high.amount } : price
  }
  return undefined
}

/** Amazon's is for screen readers, outside of what is seen; what it was follows behind a comma. */
function priceOf(element: Element, hint: PriceHint): ReadPrice | undefined {
  const text = visibleText(element)
  const read = text ?? ''
  const shown = read || (text === '' ? (element.textContent ?? '') : '')
  return readPrice(shown.split(/, was /i)[0] ?? '', hint) ?? undefined
}

function endsInDash(one: Element, other: Element): boolean {
  if (one.contains(other)) return false
  const range = document.createRange()
  range.setStartAfter(one)
  range.setEndBefore(other)
  return /(?:[-–—~〜]|(?<!\p{L})to)\s*$/u.test(range.toString())
}

/** Where the digits are drawn apart, a label says the price to who cannot see them: that alone, and once. */
export function priceInLabel(area: Element, hint: PriceHint): ReadPrice | undefined {
  return onlyPrice(
    [...area.querySelectorAll('[aria-label]')]
      .filter((each) => isShown(each) && !isStruck(each))
      .flatMap((each) => each.getAttribute('aria-label') ?? [])
      .filter((text) => !/\p{L}{4}/u.test(text)),
    hint,
  )
}

/**
 * Where nothing tells which of several prices is paid: the lower one of two beside the discount between them, or what is called
 * a retail price, which is paid in some shops.
 */
export function paidPrice(
  area: Element,
  prices: readonly ShownPrice[],
  hint: PriceHint,
): ReadPrice | undefined {
  const seen = prices.filter(({ isOther, price }) => !isOther && price.to === null)
  const amounts = [...new Set(seen.map(({ price }) => Number(price.amount)))].sort((a, b) => a - b)
  const [low, high, ...others] = amounts
  if (low !== undefined && high !== undefined && others.length === 0) {
    const discounts = [...spacedText(area, 1000).matchAll(DISCOUNT)].map(
      ([, percent]) => Number(percent) / 100,
    )
    if (discounts.some((discount) => Math.abs(1 - low / high - discount) <= ROUNDING))
      return seen.find(({ price }) => Number(price.amount) === low)?.price
  }
  const retail = [...area.querySelectorAll('[class*="retail" i]')]
    .filter((each) => isShown(each) && !isStruck(each))
    .flatMap((each) => visibleText(each) ?? [])
  return onlyPrice(retail, hint)
}

function onlyPrice(texts: readonly string[], hint: PriceHint): ReadPrice | undefined {
  const prices = texts
    .filter((text) => text.length <= 40 && amountsIn(text, hint).length > 0)
    .flatMap((text) => readPrice(text, hint) ?? [])
  return prices.length === 1 ? prices[0] : undefined
}

function isStruck(element: Element): boolean {
  return (
    element.closest('del, s, strike') !== null ||
    getComputedStyle(element).textDecorationLine.includes('line-through')
  )
}

/** The product's number as the card's attributes, its text or the heading of its column says. */
export function numberIn(area: Element): string | null {
  for (const name of NUMBERS) {
    const values = [...area.querySelectorAll(`[${name}]`)].map((each) => each.getAttribute(name)?.trim())
    const value = values.find((each) => each && /\d/.test(each) && each.length <= MAX_NUMBER)
    if (value) return value
  }
  const [, labelled] = NUMBER_LABEL.exec(spacedText(area, 1000)) ?? []
  return labelled ?? inColumn(area)
}

function inColumn(area: Element): string | null {
  const row = area.closest('tr')
  const headings = [...(row?.closest('table')?.querySelectorAll('thead th') ?? [])]
  const at = headings.findIndex((each) => NUMBER_COLUMN.test(each.textContent?.trim() ?? ''))
  const text = at < 0 ? undefined : row?.children[at]?.textContent?.trim()
  return text && text.length <= MAX_NUMBER ? text : null
}

function inOrder(area: Element, selectors: string | undefined): Element[] {
  return selectors?.split(', ').flatMap((selector) => [...area.querySelectorAll(selector)]) ?? []
}
