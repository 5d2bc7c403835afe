import { isShown } from '../../dom/elements.ts'
import { namesOf, type PageAreas } from './page-areas.ts'
import { isOtherPrice, type PriceContext } from './price-role.ts'

const LEVELS = 5
/** An area with more text than this is more than a price with its label. */
const MAX_CHARACTERS = 180

/** What stands around a price: labels, and names in the markup. */
export function contextOf(element: Element, text: string, root: Element, areas: PageAreas): PriceContext {
  const names: string[] = []
  let before = ''
  let after = ''
  let each: Element | null = element
  for (let level = 0; each && each !== root && level < LEVELS; level++, each = each.parentElement) {
    if (level < 4) names.push(namesOf(each))
    if (level > 0 && areas.lengthOf(each.parentElement ?? each) > 2 * MAX_CHARACTERS) break
    if (!before) before = textBefore(each)
    if (!after) after = textAfter(each)
  }
  return { text, own: wordsOf(text), before, after, names: names.join(' ') }
}

/** For a price on a line of its own in a longer text. */
export function lineContext(element: Element, text: string): PriceContext {
  return { text, own: wordsOf(text), before: '', after: '', names: namesOf(element) }
}

export function isStruckThrough(element: Element, root: Element, areas: PageAreas): boolean {
  if (element.closest('del, s, strike')) return true
  const view = element.ownerDocument.defaultView
  for (let each: Element | null = element; each && each !== root.parentElement; each = each.parentElement) {
    if (view?.getComputedStyle(each).textDecorationLine.includes('line-through')) return true
    if (areas.lengthOf(each) > MAX_CHARACTERS) break
  }
  return false
}

/** Whether the names of an element or of what is around it, up to the product's heading, say that its price is another one. */
export function isInOtherOffer(element: Element): boolean {
  for (
    let each: Element | null = element, level = 0;
    each && level < 10;
    each = each.parentElement, level++
  ) {
    if (each.querySelector('h1, #productTitle, #title')) return false
    if (isOtherPrice({ text: '', before: '', own: '', after: '', names: namesOf(each) })) return true
  }
  return false
}

/** The text before an element within the same parent, from the number before it on. */
export function textBefore(element: Element): string {
  let text = ''
  for (let node = element.previousSibling; node && text.length < 60; node = node.previousSibling) {
    const part = shownText(node)
    // A heading is no label, and the words behind another number are that one's.
    if (node instanceof Element && (/^h\d$/.test(node.localName) || /\p{Nd}/u.test(part))) break
    text = `${part} ${text}`
    if (/\p{Nd}/u.test(part)) break
  }
  const label = plain(text.split(/\p{Nd}/u).at(-1) ?? '')
  return label.length > 60 ? '' : label.split(' ').slice(-4).join(' ')
}

/** The text after it. A number there belongs to something else, but for "/ 100 g". */
export function textAfter(element: Element): string {
  let text = ''
  for (let node = element.nextSibling; node && text.length < 60; node = node.nextSibling) {
    const part = shownText(node)
    if (node instanceof Element && /\p{Nd}/u.test(part) && !/^\s*(?:[/(]|per )/.test(part)) break
    text = `${text} ${part}`
  }
  return plain(text).split(' ').slice(0, 5).join(' ')
}

function shownText(node: Node): string {
  if (node instanceof Element) return isShown(node) ? plainText(node) : ''
  return node instanceof Text ? (node.nodeValue ?? '') : ''
}

export function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function wordsOf(text: string): string {
  return text.replace(/[\p{Nd}\p{Sc}.,'’]+/gu, ' ')
}

export function plainText(element: Element): string {
  return plain(element.textContent ?? '')
}
