import { visibleText } from '../../dom/visible-text.ts'
import type { Thing } from './schema-org.ts'

const MAX_ITEMS = 300

/**
 * The microdata of a page in the form of JSON-LD, nested items included. An item is at the top if it is no property, or if it
 * says it is but there is no item around it.
 */
export function microdataOf(document: Document): Thing[] {
  const items = [...document.querySelectorAll('[itemscope]')].filter(
    (item) => !item.hasAttribute('itemprop') || !item.parentElement?.closest('[itemscope]'),
  )
  return [...items.slice(0, MAX_ITEMS).map((item) => thingOf(item, [])), ...looseOffer(document, items)]
}

/** Prices in an offer without a product, or in no item at all: of the page's product, if they all state one. */
function looseOffer(document: Document, items: Element[]): Thing[] {
  if (document.querySelector('[itemtype*="Product" i]')) return []
  const offers = items.filter((item) => /Offer$/i.test(item.getAttribute('itemtype')?.trim() ?? ''))
  const loose = [...document.querySelectorAll('[itemprop]')].filter((each) => !each.closest('[itemscope]'))
  const valuesOf = (name: string) =>
    new Set(
      loose
        .filter((each) => each.getAttribute('itemprop') === name)
        .map(propertyValue)
        .filter(Boolean),
    )
  const [price, ...otherPrices] = valuesOf('price')
  const [priceCurrency = null] = valuesOf('priceCurrency')
  const things = offers.map((offer) => thingOf(offer, []))
  if (price && otherPrices.length === 0) things.push({ '@type': 'Offer', price, priceCurrency })
  return things.length === 1 ? [{ '@type': 'Product', offers: things }] : []
}

function thingOf(item: Element, around: Element[]): Thing {
  // Names come from the page, and may be `constructor`.
  const thing: Thing = Object.create(null)
  thing['@type'] = item.getAttribute('itemtype')?.split(/\s+/) ?? []
  const id = item.getAttribute('itemid')
  if (id) thing['@id'] = id
  for (const element of propertiesOf(item)) {
    const isItem = element.hasAttribute('itemscope')
    if (isItem && around.includes(element)) continue
    const value = isItem ? thingOf(element, [...around, item]) : propertyValue(element)
    if (value === null) continue
    for (const name of element.getAttribute('itemprop')?.split(/\s+/) ?? [])
      thing[name] = [...((thing[name] as unknown[] | undefined) ?? []), value]
  }
  return thing
}

/** Within the item, and within the elements that it references. */
function propertiesOf(item: Element): Element[] {
  const own = [...item.querySelectorAll('[itemprop]')].filter(
    (element) => element.parentElement?.closest('[itemscope]') === item,
  )
  const references = item.getAttribute('itemref')?.split(/\s+/).filter(Boolean) ?? []
  for (const id of references) {
    const other = item.ownerDocument.getElementById(id)
    if (!other || other.contains(item)) continue
    const inside = [...other.querySelectorAll('[itemprop]')].filter((element) => {
      const scope = element.parentElement?.closest('[itemscope]')
      return !scope || !other.contains(scope)
    })
    own.push(...(other.hasAttribute('itemprop') ? [other] : inside))
  }
  return own
}

/** https://html.spec.whatwg.org/multipage/microdata.html#values, and `content` on every element, as search engines do. */
export function propertyValue(element: Element): string | null {
  const attribute = ['content', 'href', 'src', 'value', 'datetime'].find((name) => element.getAttribute(name))
  if (attribute) return element.getAttribute(attribute)
  return element.closest('del, s, strike') ? null : visibleText(element, () => true)
}
