import { elementText } from './element-text.ts'
import type { LinkedThing } from './linked-data.ts'

const MOST_ITEMS = 300

/** The microdata of a page in the shape of JSON-LD: what stands inside another item is inside it here too. */
export function microdataOf(document: Document): LinkedThing[] {
  const items = document.querySelectorAll('[itemscope]:not([itemprop])')
  return [...items].slice(0, MOST_ITEMS).map(thingOf)
}

function thingOf(item: Element): LinkedThing {
  // Names come from the page: `constructor` has to be one like any other.
  const thing: LinkedThing = Object.create(null)
  thing['@type'] = item.getAttribute('itemtype')?.split(/\s+/) ?? []
  const id = item.getAttribute('itemid')
  if (id) thing['@id'] = id
  for (const element of item.querySelectorAll('[itemprop]')) {
    if (element.parentElement?.closest('[itemscope]') !== item) continue
    const value = element.hasAttribute('itemscope') ? thingOf(element) : saidBy(element)
    if (value === null) continue
    for (const name of element.getAttribute('itemprop')?.split(/\s+/) ?? [])
      thing[name] = [...((thing[name] as unknown[] | undefined) ?? []), value]
  }
  return thing
}

/** https://html.spec.whatwg.org/multipage/microdata.html#values, and `content` on every element, as search engines do. */
function saidBy(element: Element): string | null {
  const attribute = ['content', 'href', 'src', 'value', 'datetime'].find((name) => element.hasAttribute(name))
  if (attribute) return element.getAttribute(attribute)
  return element.closest('del, s, strike') ? null : elementText(element, () => true)
}
