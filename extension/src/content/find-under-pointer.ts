import { browser } from 'wxt/browser'
import { allElements, hovered, isShown } from '../dom/elements.ts'
import type { ClickHint, PagePicture } from '../model/page-script.ts'
import { type ElementPicture, picturesOf } from './pictures.ts'
import { visibleBoxOf } from './visible-box.ts'

/** Of those that may be meant; more where the place of the click is not known exactly. */
const MOST = 8
const MOST_NEAR = 24

interface Point {
  x: number
  y: number
}

interface Spot {
  element: Element
  point: Point
  /** Whether the click was there, and not only near. */
  exact: boolean
}

/** Every picture that was found so far; its place in the list is its name. */
export const known: ElementPicture[] = []
/** What the hand was on. */
interface Touched {
  element: Element
  point: Point
  at: number
}

let lastClick: Touched | undefined
let lastPointed: Touched | undefined

/** From the first click of the extension on, this page tells where the next ones and the pointer are. */
export function followClicks(): void {
  const options = { capture: true, passive: true }
  window.addEventListener('contextmenu', (event) => (lastClick = touchedBy(event) ?? lastClick), options)
  // Only noted here and looked at when it is asked for: to measure with every move would slow the page down.
  window.addEventListener('mousemove', (event) => (lastPointed = touchedBy(event) ?? lastPointed), options)
}

function touchedBy(event: MouseEvent): Touched | undefined {
  const [element] = event.composedPath()
  const point = { x: event.clientX, y: event.clientY }
  return element instanceof Element ? { element, point, at: performance.now() } : undefined
}

export function findUnderPointer(hint: ClickHint): { found: PagePicture[]; exact: boolean } {
  const shown = allElements().flatMap((element) => (isInSight(element) ? picturesOf(element) : []))
  if (hint.address) return { found: named(withAddress(shown, hint.address)), exact: true }
  if (hint.video)
    return { found: named(shown.filter(({ element }) => isVideo(element, hint.video))), exact: true }
  const spot = spotOf(hint)
  const here = spot ? under(shown, spot) : []
  const exact = hint.pointed ? here.length > 0 : spot?.exact === true
  if (exact) return { found: named(here), exact }
  return { found: named([...here, ...nearest(shown, spot?.point)], MOST_NEAR), exact }
}

/** Names the pictures, one name for each address and place. */
function named(shown: ElementPicture[], most = MOST): PagePicture[] {
  const seen = new Set<string | Element>()
  const different = shown.filter(({ element, addresses }) => {
    const key = addresses.at(-1) ?? element
    return !seen.has(key) && seen.add(key)
  })
  return different.slice(0, most).map((each) => {
    const { element: _, ...found } = each
    return { id: known.push(each) - 1, ...found }
  })
}

/** The same picture may stand in the page several times: the one that shows most is the one to capture. */
function withAddress(shown: ElementPicture[], address: string): ElementPicture[] {
  const same = shown.filter(({ addresses }) => addresses.includes(address))
  return same.sort((a, b) => area(visibleBoxOf(b.element)) - area(visibleBoxOf(a.element))).slice(0, 1)
}

function isVideo(element: Element, address: string | undefined): boolean {
  return element instanceof HTMLVideoElement && element.currentSrc === address
}

function spotOf(hint: ClickHint): Spot | undefined {
  if (hint.pointed) return pointedSpot()
  const clicked = clickedElement(hint)
  if (clicked && lastClick?.element === clicked) return { ...lastClick, exact: true }
  if (clicked) return { element: clicked, point: middle(clicked), exact: true }
  // Only a click that the page saw just before the menu's item can be the one that is meant.
  if (lastClick && performance.now() - lastClick.at < 60_000) return { ...lastClick, exact: true }
  const links = hint.link ? linksTo(hint.link) : []
  const [link] = links
  if (link) return { element: link, point: middle(link), exact: links.length === 1 }
  const near = hovered()
  return near && { element: near, point: middle(near), exact: false }
}

/** The first time nobody has followed the pointer yet, and the browser knows the element only. */
function pointedSpot(): Spot | undefined {
  const followed = lastPointed?.element.isConnected ? lastPointed : undefined
  if (followed && contains(followed.element.getBoundingClientRect(), followed.point))
    return { ...followed, exact: true }
  // Where the page has moved under the pointer, the element that was meant has moved along.
  const element = followed?.element ?? hovered()
  return element && { element, point: middle(element), exact: false }
}

function clickedElement({ targetElementId }: ClickHint): Element | undefined {
  // Firefox alone keeps the element that a menu was opened on.
  const { menus } = browser as { menus?: { getTargetElement?(id: number): Element | null } }
  return (targetElementId !== undefined && menus?.getTargetElement?.(targetElementId)) || undefined
}

function linksTo(address: string): Element[] {
  return allElements().filter(
    (element) => element instanceof HTMLAnchorElement && element.href === address && isInSight(element),
  )
}

/** What lies at the point, in front or behind, and what the clicked element is made of. */
function under(shown: ElementPicture[], { element, point, exact }: Spot): ElementPicture[] {
  const around = element.getBoundingClientRect()
  const isWholePage = around.width * around.height > 0.6 * innerWidth * innerHeight
  const hit = shown.filter((picture) => {
    if (picture.element === element) return true
    if (contains(picture.element.getBoundingClientRect(), point)) return exact || !isWholePage
    return !isWholePage && element.contains(picture.element)
  })
  // What is large and behind everything is mostly the page's own decoration.
  return hit.sort((a, b) => rank(a, element) - rank(b, element))
}

function rank(picture: ElementPicture, element: Element): number {
  const { width, height } = picture.element.getBoundingClientRect()
  return (picture.element === element ? 0 : 1e9) + width * height
}

function nearest(shown: ElementPicture[], point: Point | undefined): ElementPicture[] {
  const from = point ?? { x: innerWidth / 2, y: innerHeight / 2 }
  const distance = ({ element }: ElementPicture) => {
    const { x, y } = middle(element)
    return Math.hypot(x - from.x, y - from.y)
  }
  return shown.sort((a, b) => distance(a) - distance(b))
}

function isInSight(element: Element): boolean {
  const { left, top, right, bottom, width, height } = element.getBoundingClientRect()
  if (width < 8 || height < 8 || right <= 0 || bottom <= 0 || left >= innerWidth || top >= innerHeight)
    return false
  return isShown(element)
}

function contains(box: DOMRect, { x, y }: Point): boolean {
  return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom
}

/** Of the part in sight. */
function middle(element: Element): Point {
  const { left, top, right, bottom } = element.getBoundingClientRect()
  return {
    x: (Math.max(0, left) + Math.min(innerWidth, right)) / 2,
    y: (Math.max(0, top) + Math.min(innerHeight, bottom)) / 2,
  }
}

function area(box: { width: number; height: number } | undefined): number {
  return box ? box.width * box.height : 0
}
