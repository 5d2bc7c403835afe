import { isShown } from '../dom/elements.ts'

/**
 * The text of an element that a person sees, without what is struck through; `null` where digits of one number stand in
 * several elements: whether "39" and "99" are one price, or its whole and its cents, only the eye can tell.
 */
export function elementText(element: Element, isSeen = isShown): string | null {
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

/** The elements that a person can see, and `meta`, which nobody is to see. */
export function shownElements(root: ParentNode, selector: string): Element[] {
  return [...root.querySelectorAll(selector)].filter((element) => element.matches('meta') || isShown(element))
}
