import { browser } from 'wxt/browser'
import { allElements, hovered, isShown } from '../dom/elements.ts'
import type { Point } from '../model/box.ts'
import type { ClickHint, PagePicture } from '../model/page-script.ts'
import { type ElementPicture, picturesOf } from './pictures.ts'
import { visibleBoxOf } from './visible-box.ts'

/** How many pictures may be meant; more if the position of the click is not known exactly. */
const MAX_FOUND = 8
const MAX_NEAR = 24

/** Where the pointer was at some time. */
interface PointerTarget {
  element: Element
  point: Point
  at: number
}

interface ClickTarget extends Omit<PointerTarget, 'at'> {
  /** Whether the click was there, and not only nearby. */
  exact: boolean
}

/** Every picture found so far; its index is its id. */
export const foundPictures: ElementPicture[] = []

let lastClick: PointerTarget | undefined
let lastMove: PointerTarget | undefined

/** From the extension's first click in this page on, later clicks and the pointer are followed. */
export function followClicks(): void {
  const options = { capture: true, passive: true }
  window.addEventListener('contextmenu', (event) => (lastClick = targetOf(event) ?? lastClick), options)
  // Only noted here, and measured when asked: measuring at every move would slow the page down.
  window.addEventListener('mousemove', (event) => (lastMove = targetOf(event) ?? lastMove), options)
}

function targetOf(event: MouseEvent): PointerTarget | undefined {
  const [element] = event.composedPath()
  const point = { x: event.clientX, y: event.clientY }
  return element instanceof Element ? { element, point, at: performance.now() } : undefined
}

export function findUnderPointer(hint: ClickHint): { found: PagePicture[]; exact: boolean } {
  const shown = allElements().flatMap((element) => (isInView(element) ? picturesOf(element) : []))
  if (hint.address) return { found: register(withAddress(shown, hint.address)), exact: true }
  if (hint.video)
    return { found: register(shown.filter(({ element }) => isVideo(element, hint.video))), exact: true }
  const target = clickTargetOf(hint)
  const here = target ? under(shown, target) : []
  const exact = hint.pointed ? here.length > 0 : target?.exact === true
  if (exact) return { found: register(here), exact }
  return { found: register([...here, ...nearest(shown, target?.point)], MAX_NEAR), exact }
}

/** Gives each picture an id, once for each address. */
function register(shown: ElementPicture[], max = MAX_FOUND): PagePicture[] {
  const seen = new Set<string | Element>()
  const different = shown.filter(({ element, addresses }) => {
    const key = addresses.at(-1) ?? element
    return !seen.has(key) && seen.add(key)
  })
  return different.slice(0, max).map((each) => {
    const { element: _, ...found } = each
    return { id: foundPictures.push(each) - 1, ...found }
  })
}

/** A page may show the same picture several times: the one that is visible most is the one to capture. */
function withAddress(shown: ElementPicture[], address: string): ElementPicture[] {
  const same = shown.filter(({ addresses }) => addresses.includes(address))
  return same.sort((a, b) => area(visibleBoxOf(b.element)) - area(visibleBoxOf(a.element))).slice(0, 1)
}

function isVideo(element: Element, address: string | undefined): boolean {
  return element instanceof HTMLVideoElement && element.currentSrc === address
}

function clickTargetOf(hint: ClickHint): ClickTarget | undefined {
  if (hint.pointed) return pointedTarget()
  const clicked = clickedElement(hint)
  if (clicked && lastClick?.element === clicked) return { ...lastClick, exact: true }
  if (clicked) return { element: clicked, point: middle(clicked), exact: true }
  // Only a click that the page saw just before the menu was used can be the one that is meant.
  if (lastClick && performance.now() - lastClick.at < 60_000) return { ...lastClick, exact: true }
  const links = hint.link ? linksTo(hint.link) : []
  const [link] = links
  if (link) return { element: link, point: middle(link), exact: links.length === 1 }
  const near = hovered()
  return near && { element: near, point: middle(near), exact: false }
}

/** The first time the pointer was not followed yet, and the browser knows only the element. */
function pointedTarget(): ClickTarget | undefined {
  const followed = lastMove?.element.isConnected ? lastMove : undefined
  if (followed && contains(followed.element.getBoundingClientRect(), followed.point))
    return { ...followed, exact: true }
  // If the page has scrolled under the pointer, the element that was meant has moved too.
  const element = followed?.element ?? hovered()
  return element && { element, point: middle(element), exact: false }
}

function clickedElement({ targetElementId }: ClickHint): Element | undefined {
  // Only Firefox remembers the element that a menu was opened on.
  const { menus } = browser as { menus?: { getTargetElement?(id: number): Element | null } }
  return (targetElementId !== undefined && menus?.getTargetElement?.(targetElementId)) || undefined
}

function linksTo(address: string): Element[] {
  return allElements().filter(
    (element) => element instanceof HTMLAnchorElement && element.href === address && isInView(element),
  )
}

/** Pictures at the point, in front or behind, and those inside the clicked element. */
function under(shown: ElementPicture[], { element, point, exact }: ClickTarget): ElementPicture[] {
  const around = element.getBoundingClientRect()
  const isWholePage = around.width * around.height > 0.6 * innerWidth * innerHeight
  const hit = shown.filter((picture) => {
    if (picture.element === element) return true
    if (contains(picture.element.getBoundingClientRect(), point)) return exact || !isWholePage
    return !isWholePage && element.contains(picture.element)
  })
  // A large picture behind everything is mostly decoration of the page.
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

function isInView(element: Element): boolean {
  const { left, top, right, bottom, width, height } = element.getBoundingClientRect()
  if (width < 8 || height < 8 || right <= 0 || bottom <= 0 || left >= innerWidth || top >= innerHeight)
    return false
  return isShown(element)
}

function contains(box: DOMRect, { x, y }: Point): boolean {
  return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom
}

/** Of the visible part. */
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
