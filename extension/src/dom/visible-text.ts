import { isShown } from './elements.ts'

/** How shops mark the cents that they set smaller and without a separator. */
const CENTS = /cent(?!er|r)|fraction|decimal|minor|superscript|\bsup\b|kop|grosz/i
const NEVER_SHOWN = 'del, s, strike, script, style, template, noscript, option, textarea'

/**
 * The visible text of an element, without struck-through parts. Cents in an element of their own get a separator. `null` if
 * adjacent elements contain the digits of one number otherwise: "39" and "99" may be 3999 or 39.99, which only the layout
 * shows.
 */
export function visibleText(element: Element, isSeen = isShown): string | null {
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  let text = ''
  let last: Element | null = null
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const part = node.nodeValue ?? ''
    const parent = node.parentElement
    if (!parent || parent.closest(NEVER_SHOWN)) continue
    if (!part.trim() || !isSeen(parent)) text += ' '
    else {
      if (last && blockOf(parent) !== blockOf(last)) text += ' '
      const continues = /\d$/.test(text) && /^\d/.test(part)
      // "1,058." and "85": the separator is there already.
      if (/\d[.,]\s+$/.test(text) && /^\d\d(?!\d)/.test(part) && isCents(parent, element, last))
        text = text.trimEnd()
      const looksLikeCents = /\d\s+$/.test(text) && /^\s*\d\d\s*$/.test(part)
      if (parent !== last && (continues || looksLikeCents)) {
        if (isDigit(last, text) && isDigit(parent, part)) text += part
        else if (/^\s*\d\d(?!\d)/.test(part) && isCents(parent, element, last))
          text = `${text.trimEnd()}${/\d\.\d+\s*$/.test(text) ? ',' : '.'}${part.trimStart()}`
        else return null
      } else text += part
      last = parent
    }
  }
  return text.replace(/\s+/g, ' ').trim()
}

/** All texts in an element, apart from each other. */
export function spacedText(element: Element, maxCharacters: number): string {
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  let text = ''
  for (let node = walker.nextNode(); node && text.length < maxCharacters; node = walker.nextNode())
    if (!node.parentElement?.closest('script, style, template, noscript')) text += ` ${node.nodeValue ?? ''}`
  return text.replace(/\s+/g, ' ')
}

/** Texts in different ones of these stand on lines or in boxes of their own. */
function blockOf(element: Element): Element | null {
  return element.closest(
    'div, p, li, td, th, tr, dd, dt, h1, h2, h3, h4, h5, h6, section, article, header, footer, form, label, button',
  )
}

/** Whether an element has a single digit, as where every character of a price has one of its own. */
function isDigit(element: Element | null, text: string): boolean {
  return /\d$/.test(text) && /^\d$/.test(element?.textContent?.trim() ?? '')
}

/** Whether two digits are set as cents: so called, raised or smaller. Without style sheets two digits of their own are cents. */
function isCents(element: Element, within: Element, before: Element | null): boolean {
  for (let each: Element | null = element; each && each !== within; each = each.parentElement)
    if (each.localName === 'sup' || CENTS.test(each.getAttribute('class') ?? '')) return true
  const view = element.ownerDocument.defaultView
  if (!view || !before || before.contains(element)) return false
  const [own, whole] = [element, before].map((each) => view.getComputedStyle(each))
  if (!own || !whole) return false
  const isSmaller = Number.parseFloat(own.fontSize) <= 0.8 * Number.parseFloat(whole.fontSize)
  return isSmaller || own.verticalAlign === 'super' || element.ownerDocument.styleSheets.length === 0
}

/** The visible elements, and `meta` elements, which are never visible. */
export function visibleElements(root: ParentNode, selector: string): Element[] {
  return [...root.querySelectorAll(selector)].filter((element) => element.matches('meta') || isShown(element))
}
