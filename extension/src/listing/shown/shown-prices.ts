import { countryOf } from '../prices/country.ts'
import type { PriceHint, ReadPrice } from '../prices/read-price.ts'
import { namesOf, type PageAreas } from './page-areas.ts'
import { contextOf, isStruckThrough, lineContext } from './price-context.ts'
import { hasLines, priceElement, priceLine } from './price-element.ts'
import {
  isLowestPrice,
  isNamedNow,
  isOldPrice,
  isOtherPrice,
  isPriceName,
  isRegularPrice,
  isSalePrice,
  isWithoutTax,
} from './price-role.ts'

/** A price that a person sees. */
export interface ShownPrice {
  element: Element
  price: ReadPrice
  /** Whether it is a list price, a saving, a price per unit or the like: not what one new piece costs. */
  isOther: boolean
  /** Whether tax is added to it. */
  isNet: boolean
  /** Whether it is the list price if there is another one. */
  isRegular: boolean
  /** Whether its markup or its label call it a price, and the one of now. */
  isNamed: boolean
  isNow: boolean
  isSale: boolean
  isStruck: boolean
  /** Whether its element says nothing else. */
  isAlone: boolean
}

const MAX_TEXTS = 20_000
const MAX_PRICES = 600
const NEVER_SHOWN = 'script, style, template, noscript, option, textarea'

/** Every price in an area, in document order; with `skipsOthers` without those in areas about other products. */
export function shownPrices(
  root: Element,
  hint: PriceHint,
  areas: PageAreas,
  skipsOthers: boolean,
): ShownPrice[] {
  const found = new Map<Node, ShownPrice>()
  const seen = new Set<Element>()
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  // There prices are shown without sales tax everywhere.
  const addsTax = ['US', 'CA'].includes(countryOf(hint) ?? '')
  let texts = 0
  for (let node = walker.nextNode(); node && texts < MAX_TEXTS; node = walker.nextNode()) {
    const parent = node.parentElement
    if (!parent || !/\p{Nd}/u.test(node.nodeValue ?? '')) continue
    texts++
    if (parent.closest(NEVER_SHOWN) || (skipsOthers && areas.isOfAnotherProduct(parent, root))) continue
    const isLine = hasLines(parent, areas)
    if (!isLine && seen.has(parent)) continue
    seen.add(parent)
    const ofElement = isLine ? undefined : priceElement(parent, root, hint, areas)
    // "419 kr" before an element that says what it was.
    const isLineOf = isLine || parent.childElementCount > 0
    const priced = ofElement ?? (isLineOf ? priceLine(node, parent, hint) : undefined)
    const key = ofElement ? ofElement.element : node
    if (!priced || !key || found.has(key)) continue
    const { element, price } = priced
    const text = priced.isWhole ? '' : priced.text
    const context = isLine ? lineContext(element, text) : contextOf(priced.part ?? element, text, root, areas)
    const isStruck = isOldPrice(namesOf(priced.part ?? element)) || isStruckThrough(element, root, areas)
    const isNet = !addsTax && isWithoutTax(context)
    found.set(key, {
      element,
      price: price.to === null && isLowestPrice(context) ? { ...price, isFrom: true } : price,
      isOther: isStruck || isOtherPrice(context) || isNet,
      isNet,
      isRegular: isRegularPrice(context),
      isNamed: isPriceName(context.names),
      isNow: isNamedNow(context),
      isSale: isSalePrice(context),
      isStruck,
      isAlone: !/\p{L}{4}/u.test(context.own),
    })
    if (found.size >= MAX_PRICES) break
  }
  return [...found.values()]
}
