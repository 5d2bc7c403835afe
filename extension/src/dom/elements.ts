/** In Chrome content scripts reach closed shadow roots through `chrome.dom`, in Firefox through the element. */
declare const chrome: { dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null } } | undefined

const MAX_ELEMENTS = 30_000

/** Every element of the document, including those in open and closed shadow roots. */
export function allElements(root: Document | ShadowRoot = document, found: Element[] = []): Element[] {
  for (const element of root.querySelectorAll('*')) {
    if (found.length >= MAX_ELEMENTS) break
    found.push(element)
    const shadow = shadowOf(element)
    if (shadow) allElements(shadow, found)
  }
  return found
}

export function shadowOf(element: Element): ShadowRoot | null {
  const { openOrClosedShadowRoot } = element as { openOrClosedShadowRoot?: ShadowRoot | null }
  if (openOrClosedShadowRoot !== undefined) return openOrClosedShadowRoot
  try {
    const dom = typeof chrome === 'undefined' ? undefined : chrome.dom
    if (dom && element instanceof HTMLElement) return dom.openOrClosedShadowRoot(element)
  } catch {
    // Not every element can have one.
  }
  return element.shadowRoot
}

/** The innermost element under the pointer, as far as the browser knows. */
export function hovered(root: Document | ShadowRoot = document): Element | undefined {
  const innermost = [...root.querySelectorAll(':hover')].at(-1)
  const shadow = innermost && shadowOf(innermost)
  return (shadow && hovered(shadow)) ?? innermost
}

export function isShown(element: Element): boolean {
  return element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
}

/** Also out of a slot or a shadow root. */
export function parentOf(element: Element): Element | null {
  const root = element.getRootNode()
  return element.assignedSlot ?? element.parentElement ?? ('host' in root ? (root.host as Element) : null)
}
