import { browser } from 'wxt/browser'
import { allElements, hovered } from '../dom/elements.ts'
import type { Point } from '../model/box.ts'
import type { ClickHint } from '../model/page-script.ts'
import { withHoverLook } from './hover-look.ts'
import type { ElementPicture } from './pictures.ts'
import { picturesAt } from './stack.ts'

/** Only a click that the page saw just before the menu was used can be the one that is meant. */
const MAX_AGE_MS = 60_000

/** A click that was seen, with the pictures that were visible there: what shows while hovered is gone once the menu is used. */
interface SeenClick {
  element: Element
  pictures: ElementPicture[]
  at: number
}

let lastClick: SeenClick | undefined
let lastMove: { element: Element; point: Point } | undefined

/** From the extension's first click in this page on, later clicks and the pointer are followed. */
export function followClicks(): void {
  const options = { capture: true, passive: true }
  window.addEventListener(
    'contextmenu',
    (event) => {
      const target = targetOf(event)
      if (!target) return
      const { element, point } = target
      lastClick = {
        element,
        pictures: withHoverLook([element], () => picturesAt(point)),
        at: event.timeStamp,
      }
    },
    options,
  )
  // Only noted here, and measured when asked: measuring at every move would slow the page down.
  window.addEventListener('mousemove', (event) => (lastMove = targetOf(event) ?? lastMove), options)
}

function targetOf(event: MouseEvent): { element: Element; point: Point } | undefined {
  const [element] = event.composedPath()
  return element instanceof Element ? { element, point: { x: event.clientX, y: event.clientY } } : undefined
}

/** The click itself, if this page saw it. */
export function seenClick(hint: ClickHint): SeenClick | undefined {
  if (hint.pointed || !lastClick || performance.now() - lastClick.at > MAX_AGE_MS) return undefined
  const clicked = clickedElement(hint)
  return !clicked || clicked === lastClick.element ? lastClick : undefined
}

/** Where the pointer is, if it was followed, and the page has not scrolled since. */
export function pointerPosition(): { element: Element; point: Point } | undefined {
  if (!lastMove?.element.isConnected) return undefined
  const { x, y } = lastMove.point
  const box = lastMove.element.getBoundingClientRect()
  return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom ? lastMove : undefined
}

/**
 * What was clicked, where nobody saw the click: the element itself, or the links of which one was clicked. `sure` is false
 * for what merely lies under the pointer now, which may have moved to the menu.
 */
export function clickedElements(hint: ClickHint): { elements: Element[]; sure: boolean } {
  const clicked = clickedElement(hint)
  if (clicked) return { elements: [clicked], sure: true }
  const links = hint.link && !hint.pointed ? linksTo(hint.link) : []
  if (links.length > 0)
    return { elements: links.flatMap((link) => [link, ...link.querySelectorAll('*')]), sure: true }
  const near = (hint.pointed && lastMove?.element.isConnected ? lastMove.element : undefined) ?? hovered()
  return { elements: near ? [near] : [], sure: hint.pointed === true }
}

function clickedElement({ targetElementId }: ClickHint): Element | undefined {
  // Only Firefox remembers the element that a menu was opened on.
  const { menus } = browser as { menus?: { getTargetElement?(id: number): Element | null } }
  return (targetElementId !== undefined && menus?.getTargetElement?.(targetElementId)) || undefined
}

function linksTo(address: string): Element[] {
  return allElements().filter((element) => element instanceof HTMLAnchorElement && element.href === address)
}
