import { parentOf } from '../dom/elements.ts'
import { styleSheetsOf } from './style-sheets.ts'

const MARK = 'data-find-on-1688-hover'

/**
 * Does something while elements and their ancestors look as if the pointer were over them. It is gone once the menu is
 * used, and with it whatever the page shows only then. Rules of style sheets from other origins cannot be read; what
 * scripts do on hover is not repeated. Nothing is painted before this ends, and no trace is left.
 */
export function withHoverLook<T>(elements: readonly Element[], work: () => T): T {
  const chain = elements.flatMap(ancestors)
  const roots = [...new Set(chain.map((element) => element.getRootNode()))].filter(hasStyles)
  // Otherwise a transition would be in progress, or begin, and its first value is the old one.
  const still = roots.map((root) => addStyle(root, '*,*::before,*::after{transition:none!important}'))
  const looks = roots.map((root) => addStyle(root, styleSheetsOf(root).map(hoverRules).join('')))
  for (const element of chain) element.setAttribute(MARK, '')
  try {
    return work()
  } finally {
    for (const element of chain) element.removeAttribute(MARK)
    for (const style of looks) style.remove()
    // The old look has to be computed while nothing may fade to it.
    for (const element of chain.slice(0, 1)) getComputedStyle(element).opacity
    for (const style of still) style.remove()
  }
}

function hasStyles(root: Node): root is Document | ShadowRoot {
  return 'styleSheets' in root
}

function ancestors(element: Element): Element[] {
  const chain: Element[] = []
  for (let each: Element | null = element; each; each = parentOf(each)) chain.push(each)
  return chain
}

function addStyle(root: Document | ShadowRoot, css: string): HTMLStyleElement {
  const style = document.createElementNS('http://www.w3.org/1999/xhtml', 'style') as HTMLStyleElement
  style.textContent = css
  const parent = root instanceof Document ? (root.head ?? root.documentElement) : root
  parent.append(style)
  return style
}

function hoverRules(sheet: CSSStyleSheet | null): string {
  try {
    return !sheet || sheet.disabled ? '' : absolute(copied(sheet.cssRules), sheet.href)
  } catch {
    // From another origin.
    return ''
  }
}

/** The rules that depend on the pointer, in the same conditions and layers, for marked elements. */
function copied(rules: CSSRuleList): string {
  return [...rules]
    .map((rule) => {
      const text = rule.cssText
      if ('styleSheet' in rule) return hoverRules(rule.styleSheet as CSSStyleSheet)
      if (!text.includes(':hover')) return ''
      if ('selectorText' in rule) return marked(text)
      const inner = 'cssRules' in rule ? copied(rule.cssRules as CSSRuleList) : ''
      const prelude = text.slice(0, text.indexOf('{'))
      return inner && prelude ? `${prelude}{${inner}}` : ''
    })
    .join('')
}

/** Addresses in a style sheet are relative to the sheet. */
function absolute(css: string, base: string | null): string {
  return base
    ? css.replace(/url\("(?!data:|#)([^"]*)"\)/g, (_, address) => `url("${URL.parse(address, base)?.href}")`)
    : css
}

function marked(text: string): string {
  // Not in a class that has it in its name, such as Tailwind's `md\:hover\:block`.
  return text.replace(/(?<!\\):hover(?![\w-])/g, `[${MARK}]`)
}
