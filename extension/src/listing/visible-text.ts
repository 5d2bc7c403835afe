import { isShown } from '../dom/elements.ts'

/**
 * The visible text of an element, without struck-through parts. `null` if adjacent elements contain the digits of one number:
 * "39" and "99" may be 3999 or 39.99, which only the layout shows.
 */
export function visibleText(element: Element, isSeen = isShown): string | null {
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  let text = ''
  let last: Element | null = null
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const part = node.nodeValue ?? ''
    const parent = node.parentElement
    if (!parent || parent.closest('del, s, strike, script, style, template')) continue
    if (!part.trim() || !isSeen(parent)) text += ' '
    else {
      const continues = /\d$/.test(text) && /^\d/.test(part)
      const looksLikeCents = /\d\s+$/.test(text) && /^\s*\d\d\s*$/.test(part)
      if (parent !== last && (continues || looksLikeCents)) return null
      text += part
      last = parent
    }
  }
  return text.replace(/\s+/g, ' ').trim()
}

/** The visible elements, and `meta` elements, which are never visible. */
export function visibleElements(root: ParentNode, selector: string): Element[] {
  return [...root.querySelectorAll(selector)].filter((element) => element.matches('meta') || isShown(element))
}
