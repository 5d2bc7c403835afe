import { allElements, isShown, shadowOf } from '../dom/elements.ts'
import type { Point } from '../model/box.ts'
import { type ElementPicture, picturesOf } from './pictures.ts'

/** Points a side at which a picture is tried for what lies over it. */
const SAMPLES = 5
/** An element that covers more of the window is the page itself, not a part that was clicked. */
const WHOLE_PAGE = 0.6

/** The elements at a point of this window, topmost first, also those within shadow roots. */
function elementsAt({ x, y }: Point, root: Document | ShadowRoot = document): Element[] {
  // A shadow root also names its host and what lies under that.
  const own = root.elementsFromPoint(x, y).filter((element) => element.getRootNode() === root)
  return own.flatMap((element) => {
    const shadow = shadowOf(element)
    return shadow ? [...elementsAt({ x, y }, shadow), element] : [element]
  })
}

/** What a click at the point meets. */
function topmostAt({ x, y }: Point, root: Document | ShadowRoot = document): Element | undefined {
  const top = root.elementFromPoint(x, y)
  if (top?.getRootNode() !== root) return undefined
  const shadow = shadowOf(top)
  return (shadow && topmostAt({ x, y }, shadow)) ?? top
}

/**
 * The visible pictures at a point, in the order in which they are painted, topmost first. Which of them is seen depends on
 * their pixels: the topmost may be a clear spacer.
 */
export function picturesAt(point: Point): ElementPicture[] {
  const near = allElements().filter((element) => contains(element.getBoundingClientRect(), point))
  const painted = reachable(near, () => elementsAt(point))
  // An image map takes the place of its picture.
  const maps = near.filter((element) => element.matches('img[usemap]') && !painted.includes(element))
  const pictures = [...maps, ...painted].filter(isShown).flatMap(picturesOf)
  const parts = pictures.filter(({ element }) => !isWholePage(element))
  return parts.length > 0 ? parts : pictures
}

/** Elements that ignore the pointer are painted all the same. Nothing is painted before this ends. */
function reachable<T>(elements: Element[], work: () => T): T {
  const ignoring = elements.filter(
    (element): element is HTMLElement | SVGElement =>
      'style' in element && getComputedStyle(element).pointerEvents === 'none',
  )
  const before = ignoring.map((element) => element.getAttribute('style'))
  for (const { style } of ignoring) style.setProperty('pointer-events', 'auto', 'important')
  try {
    return work()
  } finally {
    ignoring.forEach((element, at) => {
      const style = before[at]
      if (style == null) element.removeAttribute('style')
      else element.setAttribute('style', style)
    })
  }
}

/**
 * Where in a picture's box a click meets one of the elements: the box of an element says little about that, because a
 * pseudo-element may stretch it over a whole card. The middle of the box comes first.
 */
export function meetingPoints(picture: Element, elements: readonly Element[]): Point[] {
  return pointsIn(picture).filter((point) => {
    const top = topmostAt(point)
    return top !== undefined && elements.includes(top)
  })
}

/** Points in the part of an element that is within the window, those nearest to its middle first. */
export function pointsIn(element: Element): Point[] {
  const { left, top, right, bottom } = element.getBoundingClientRect()
  const [x, y] = [Math.max(0, left), Math.max(0, top)]
  const [width, height] = [Math.min(innerWidth, right) - x, Math.min(innerHeight, bottom) - y]
  if (width <= 0 || height <= 0) return []
  const parts = Array.from({ length: SAMPLES }, (_, at) => (at + 0.5) / SAMPLES)
  const fromMiddle = (part: number) => Math.abs(part - 0.5)
  return parts
    .flatMap((across) => parts.map((down) => ({ across, down })))
    .sort((a, b) => fromMiddle(a.across) + fromMiddle(a.down) - fromMiddle(b.across) - fromMiddle(b.down))
    .map(({ across, down }) => ({ x: x + width * across, y: y + height * down }))
}

export function isWholePage(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect()
  return width * height > WHOLE_PAGE * innerWidth * innerHeight
}

function contains(box: DOMRect, { x, y }: Point): boolean {
  return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom
}
