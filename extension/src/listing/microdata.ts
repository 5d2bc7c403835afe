import type { Thing } from './schema-org.ts'
import { visibleText } from './visible-text.ts'

const MAX_ITEMS = 300

/** The microdata of a page in the form of JSON-LD, nested items included. */
export function microdataOf(document: Document): Thing[] {
  const items = document.querySelectorAll('[itemscope]:not([itemprop])')
  return [...items].slice(0, MAX_ITEMS).map(thingOf)
}

function thingOf(item: Element): Thing {
  // Names come from the page, and may be `constructor`.
  const thing: Thing = Object.create(null)
  thing['@type'] = item.getAttribute('itemtype')?.split(/\s+/) ?? []
  const id = item.getAttribute('itemid')
  if (id) thing['@id'] = id
  for (const element of item.querySelectorAll('[itemprop]')) {
    if (element.parentElement?.closest('[itemscope]') !== item) continue
    const value = element.hasAttribute('itemscope') ? thingOf(element) : propertyValue(element)
    if (value === null) continue
    for (const name of element.getAttribute('itemprop')?.split(/\s+/) ?? [])
      thing[name] = [...((thing[name] as unknown[] | undefined) ?? []), value]
  }
  return thing
}

/** https://html.spec.whatwg.org/multipage/microdata.html#values, and `content` on every element, as search engines do. */
function propertyValue(element: Element): string | null {
  const attribute = ['content', 'href', 'src', 'value', 'datetime'].find((name) => element.hasAttribute(name))
  if (attribute) return element.getAttribute(attribute)
  return element.closest('del, s, strike') ? null : visibleText(element, () => true)
}
