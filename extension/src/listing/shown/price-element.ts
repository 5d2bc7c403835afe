import { isShown } from '../../dom/elements.ts'
import { visibleText } from '../../dom/visible-text.ts'
import { amountsIn, type PriceHint, type ReadPrice, readPrice } from '../prices/read-price.ts'
import { namesOf, type PageAreas } from './page-areas.ts'
import { plain, plainText, textAfter, textBefore } from './price-context.ts'
import { isPriceName } from './price-role.ts'

/** A price as a person sees it, with the element that holds all of it. */
export interface PriceElement {
  element: Element
  price: ReadPrice
  text: string
  /** The words in it were heard when it was read: they are about several amounts. */
  isWhole?: true
  /** The part of it that the names in the markup are about. */
  part?: Element
}

/** Longer texts are sentences that mention a price. */
const MAX_CHARACTERS = 90
/** A number that is no price by itself is part of one only in a short text: "$", "39" and "99" in elements of their own. */
const MAX_CHARACTERS_AROUND = 40
/** With the white space of the page's source. */
const MAX_SOURCE_CHARACTERS = 800
const LEVELS = 5

/** Whether an element's own texts are lines of several things. */
export function hasLines(element: Element, areas: PageAreas): boolean {
  return areas.lengthOf(element) > MAX_CHARACTERS && element.querySelector(':scope > br') !== null
}

/** The price on a line of a longer text. */
export function priceLine(node: Node, element: Element, hint: PriceHint): PriceElement | undefined {
  const text = plain(node.nodeValue ?? '')
  if (text.length > MAX_CHARACTERS || !isShown(element)) return undefined
  const price = readPrice(text, hint)
  return price && amountsIn(text, hint).length > 0 ? { element, price, text } : undefined
}

/** The smallest element around a number that reads as a whole price. */
export function priceElement(
  start: Element,
  root: Element,
  hint: PriceHint,
  areas: PageAreas,
): PriceElement | undefined {
  const isStruck = start.closest('del, s, strike') !== null
  if (!isStruck && !isShown(start)) return undefined
  let element: Element | null = start
  for (let level = 0; element && level < LEVELS; level++, element = element.parentElement) {
    if (areas.containsOwn(element) || areas.lengthOf(element) > MAX_SOURCE_CHARACTERS) return undefined
    const text = isStruck ? plainText(element) : visibleText(element)
    const most = level === 0 ? MAX_CHARACTERS : MAX_CHARACTERS_AROUND
    if (text === null || text.length > most) return undefined
    const isBareNumber = amountsIn(text, hint).length === 0
    const price = isBareNumber
      ? bareNumber(element, text, hint)
      : (readPrice(text, hint) ?? (isStruck ? null : readPrice(unstruckText(element) ?? '', hint)))
    if (price && !isPart(element, text, root)) {
      const whole = wholeAround(element, root, hint, price, areas)
      // What is chosen from the whole comes from another of its parts.
      const isOther = whole?.part && Number(whole.price.amount) !== Number(price.amount)
      return isOther ? undefined : (whole ?? { element, price, text })
    }
    if (element === root) return undefined
  }
  return undefined
}

/** Without what style sheets strike through. */
function unstruckText(element: Element): string | null {
  const view = element.ownerDocument.defaultView
  const isStruck = (each: Element | null): boolean =>
    each !== null &&
    each !== element &&
    (view?.getComputedStyle(each).textDecorationLine.includes('line-through') === true ||
      isStruck(each.parentElement))
  return visibleText(element, (each) => isShown(each) && !isStruck(each))
}

/** With its mark in the text beside it; without one it is a price only if its markup says so. */
function bareNumber(element: Element, text: string, hint: PriceHint): ReadPrice | null {
  const before = textBefore(element).split(' ').at(-1) ?? ''
  const after = textAfter(element).split(' ')[0] ?? ''
  for (const near of [`${text} ${after}`, `${before} ${text}`]) {
    const price = /\p{L}|\p{Sc}/u.test(near) ? readPrice(near, hint) : null
    if (price && (price.currency || price.mark)) return price
  }
  if (/[\p{L}()%]/u.test(text)) return null
  const isNamed = element.localName === 'data' || isPriceName(namesOf(element))
  return isNamed ? readPrice(text, hint) : null
}

/** "$10 – $20", or a gross price with the net one behind it, where each has an element of its own. */
function wholeAround(
  element: Element,
  root: Element,
  hint: PriceHint,
  { amount }: ReadPrice,
  areas: PageAreas,
): PriceElement | undefined {
  const beside = rangeBeside(element, hint)
  if (beside) return beside
  let area = element.parentElement
  for (let level = 0; area && area !== root && level < 3; level++, area = area.parentElement) {
    if (areas.containsOwn(area) || areas.lengthOf(area) > MAX_SOURCE_CHARACTERS) return undefined
    const text = visibleText(area)
    if (!text || text.length > MAX_CHARACTERS) return undefined
    const price = readPrice(text, hint)
    const amounts = price ? amountsIn(text, hint).map(Number) : []
    if (price && amounts.length > 1 && amounts.includes(Number(amount)))
      return { element: area, price, text, isWhole: true, part: element }
  }
  return undefined
}

/** The same among siblings, when their parent says more than the range. */
function rangeBeside(element: Element, hint: PriceHint): PriceElement | undefined {
  let each: Element | null = element
  for (let level = 0; each && level < 3; level++, each = each.parentElement) {
    let between = ''
    let next = each.nextSibling
    while (next && !/\p{Nd}/u.test(next.textContent ?? '') && between.trim().length < 10) {
      between += next.textContent ?? ''
      next = next.nextSibling
    }
    if (!between.trim()) continue
    if (!/^\s*(?:[-–—~〜]|to)\s*$/i.test(between) || !(next instanceof Element)) return undefined
    const [low, high] = [visibleText(element), visibleText(next)]
    const text = `${low} – ${high}`
    const price = low && high && text.length <= MAX_CHARACTERS ? readPrice(text, hint) : null
    return price?.to ? { element, price, text } : undefined
  }
  return undefined
}

/** Whether the digits go on in the elements beside it. */
export function isPart(element: Element, text: string, root?: Element): boolean {
  const parent = element.parentElement
  if (!parent || element === root || (root && !root.contains(parent))) return false
  if ((parent.textContent ?? '').length > MAX_SOURCE_CHARACTERS) return false
  const whole = visibleText(parent)
  if (whole === null) return true
  const at = whole.indexOf(text)
  if (at < 0) return false
  const [before, after] = [whole.slice(0, at), whole.slice(at + text.length)]
  const continues = /\d$/.test(text)
    ? /^(?:\d|[.,] ?\d)/.test(after)
    : /\d[.,]$/.test(text)
      ? /^\s?\d/.test(after)
      : /\p{Sc}$/u.test(text) && /^\d\d(?!\d)/.test(after)
  const continued = /^[.,]?\d/.test(text)
    ? /\d(?:[.,]\s?)?$/.test(before)
    : /^\p{Sc}\d\d$/u.test(text) && /\d$/.test(before)
  return continues || continued || /^\p{Sc}\s?$/u.test(before)
}
