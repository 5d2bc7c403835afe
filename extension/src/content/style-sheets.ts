/** Page scripts decide what is in their list of adopted style sheets. */
const MAX_ADOPTED = 200

interface PageObject {
  wrappedJSObject?: Pick<DocumentOrShadowRoot, 'adoptedStyleSheets'>
}

declare const XPCNativeWrapper: ((object: unknown) => unknown) | undefined

/** Those of a document or shadow root, linked, written in it and adopted, in the order in which they apply. */
export function styleSheetsOf(root: Document | ShadowRoot): CSSStyleSheet[] {
  return [...root.styleSheets, ...adoptedBy(root)]
}

/**
 * Firefox before 153 hands an extension an empty object instead of the list (bug 1751346). The page's own list has the
 * style sheets; each is looked at as the browser has it, not as the page may have changed it.
 */
function adoptedBy(root: Document | ShadowRoot): CSSStyleSheet[] {
  const adopted: Iterable<CSSStyleSheet> | object = root.adoptedStyleSheets ?? []
  if (Symbol.iterator in adopted) return [...adopted]
  try {
    const ofPage = (root as PageObject).wrappedJSObject?.adoptedStyleSheets ?? []
    const sheets = Array.from({ length: Math.min(ofPage.length, MAX_ADOPTED) }, (_, at) => ofPage[at])
    return sheets.map((sheet) => XPCNativeWrapper?.(sheet)).filter((sheet) => sheet instanceof CSSStyleSheet)
  } catch {
    return []
  }
}
