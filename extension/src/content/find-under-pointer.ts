import { allElements, isShown, parentOf } from '../dom/elements.ts'
import { largerVersions } from '../image-url/larger-versions.ts'
import type { Point } from '../model/box.ts'
import type { PagePicture } from '../model/page-picture.ts'
import type { ClickHint } from '../model/page-script.ts'
import { clickedElements, pointerPosition, seenClick } from './click-target.ts'
import { withHoverLook } from './hover-look.ts'
import { type ElementPicture, isBlank, picturesOf } from './pictures.ts'
import { measureNamed, withPlacement } from './placement.ts'
import { isWholePage, meetingPoints, picturesAt, pointsIn } from './stack.ts'
import { visibleBoxOf } from './visible-box.ts'

/** How many pictures may be meant; more if the position of the click is not known exactly. */
const MAX_FOUND = 8
const MAX_NEAR = 24
/** Of a card that was clicked beside its picture: with several pictures, it is not clear which was meant. */
const MAX_AROUND = 3

interface Answer {
  found: ElementPicture[]
  /** Whether they lie over each other at the click, topmost first. */
  stacked: boolean
}

/** Every picture found so far; its index is its id. */
export const foundPictures: ElementPicture[] = []

/** The pictures that lie over each other at the click, topmost first; if nobody saw where it was, those in view. */
export async function findUnderPointer(hint: ClickHint): Promise<{ found: PagePicture[]; stacked: boolean }> {
  const own = documentPicture()
  const { found, stacked } = own
    ? { found: [...picturesInDrawing(hint), own], stacked: true }
    : pictures(hint)
  await measureNamed(found)
  return { found: register(found, stacked ? MAX_FOUND : MAX_NEAR), stacked }
}

/** The document itself, where that is a drawing in a tab of its own. */
function documentPicture(): ElementPicture | undefined {
  const { documentElement: element } = document
  if (element.localName !== 'svg') return undefined
  const { width, height } = element.getBoundingClientRect()
  return {
    element,
    kind: 'image',
    addresses: [location.href],
    width: Math.round(width),
    height: Math.round(height),
  }
}

/** A photo in a drawing counts only where the browser named it: the drawing is more than that. */
function picturesInDrawing(hint: ClickHint): ElementPicture[] {
  return hint.address ? withAddress(hint).found : []
}

function pictures(hint: ClickHint): Answer {
  if (hint.video)
    return { found: shownPictures().filter(({ element }) => isVideo(element, hint.video)), stacked: true }
  const seen = hint.pointed ? undefined : seenClick(hint)
  if (seen?.pictures.length) return { found: seen.pictures, stacked: true }
  if (hint.address) return withAddress(hint)
  if (seen) return around(seen.element) ?? { found: [], stacked: true }
  const position = hint.pointed ? pointerPosition() : undefined
  const here = position ? picturesAt(position.point) : []
  if (here.length > 0) return { found: here, stacked: true }
  return met(hint)
}

/** Where only the clicked element is known: the pictures that it lies over, or holds, or that are in its card. */
function met(hint: ClickHint): Answer {
  const { elements, sure } = clickedElements(hint)
  const shown = shownPictures()
  const stacks = withHoverLook(elements, () => stacksUnder(elements, shown))
  const [first = []] = stacks
  const [only] = elements
  const beside = stacks.length === 0 && only && !isWholePage(only) ? around(only) : undefined
  if (sure && stacks.length === 1) return { found: first, stacked: true }
  if (sure && stacks.length > 1) return { found: stacks.flat(), stacked: false }
  if (sure && beside) return beside
  return { found: [...stacks.flat(), ...(beside?.found ?? []), ...nearest(shown, only)], stacked: false }
}

/** The element that the browser named is on top, also if it shows only while hovered. */
function withAddress(hint: ClickHint): Answer {
  const named = allElements().filter((element) => addressOf(element) === hint.address && isInWindow(element))
  const { elements } = clickedElements(hint)
  const meant = named.filter((element) => elements.includes(element) || element.matches(':hover'))
  const candidates = meant.length > 0 ? meant : named
  const stacks = candidates.slice(0, MAX_FOUND).map((element) =>
    withHoverLook([element], () => {
      const [point] = [...meetingPoints(element, [element]), ...pointsIn(element)]
      const own = picturesOf(element)
      const others = (point ? picturesAt(point) : []).filter((each) => each.element !== element)
      // The slides of a carousel lie over each other, and the topmost may be one that cannot be seen.
      return isShown(element) ? [...own, ...others] : [...others, ...own]
    }),
  )
  const [one] = stacks
  // Tiles with the same clear spacer differ in what lies under it.
  const same = stacks.every(
    (stack) => keyOf(stack) === keyOf(one) && stack[0]?.addresses.includes(hint.address ?? ''),
  )
  // A page may show the same picture several times: the one that is visible most is the one to capture.
  if (same) stacks.sort((one, other) => visibleArea(other[0]) - visibleArea(one[0]))
  const [first = []] = stacks
  return same || stacks.length < 2
    ? { found: first, stacked: true }
    : {
        found: stacks.flatMap((stack) =>
          stack.filter((each) => !each.addresses.includes(hint.address ?? '')),
        ),
        stacked: false,
      }
}

function keyOf(stack: ElementPicture[] | undefined): string {
  return JSON.stringify(stack?.map(({ addresses }) => addresses.at(-1)))
}

/** For each picture that the elements lie over or show, what is painted there; once where that is the same. */
function stacksUnder(elements: Element[], shown: ElementPicture[]): ElementPicture[][] {
  const met = new Map<Element, { point: Point; points: number }>()
  for (const { element } of shown) {
    if (met.has(element)) continue
    const points = meetingPoints(element, elements)
    const [point] = points
    if (point) met.set(element, { point, points: points.length })
  }
  const stacks: ElementPicture[][] = []
  for (const [element, { point }] of [...met].sort(([, one], [, other]) => other.points - one.points)) {
    if (stacks.some((stack) => stack.some((picture) => picture.element === element))) continue
    const stack = picturesAt(point)
    const [top] = stack
    if (top && !stacks.some(([other]) => other?.element === top.element)) stacks.push(stack)
  }
  return stacks
}

/** The pictures of the smallest part of the page around an element, if they are few. */
function around(element: Element): Answer | undefined {
  for (let part: Element | null = element; part && !isWholePage(part); part = parentOf(part)) {
    const inside = shownPictures(part)
    if (inside.length === 0) continue
    return new Set(inside.map((picture) => picture.element)).size <= MAX_AROUND
      ? { found: inside, stacked: false }
      : undefined
  }
  return undefined
}

function shownPictures(within?: Element): ElementPicture[] {
  return allElements().flatMap((element) =>
    (!within || isWithin(element, within)) && isInWindow(element) && isShown(element)
      ? picturesOf(element)
      : [],
  )
}

/** Gives each picture an id, once for each address and part. */
function register(found: ElementPicture[], max: number): PagePicture[] {
  const seen = new Set<string | Element>()
  const different = found.map(withPlacement).filter(({ element, addresses, placement }) => {
    const [address] = addresses.slice(-1)
    const key = address === undefined ? element : address + JSON.stringify(placement ?? '')
    return !seen.has(key) && seen.add(key)
  })
  return different.slice(0, max).map((each, at, all) => {
    const { element, styled, ...rest } = each
    const { width, height } = element.getBoundingClientRect()
    const layer = all[at - 1]?.element === element
    return {
      ...rest,
      larger: largerVersions(rest.addresses),
      id: foundPictures.push(each) - 1,
      displayed: { width, height },
      ...(layer && { layer }),
    }
  })
}

function addressOf(element: Element): string | undefined {
  if (element instanceof HTMLImageElement) return element.currentSrc || element.src
  if (element instanceof HTMLInputElement) return element.src
  if (element instanceof SVGImageElement) return URL.parse(element.href.baseVal, document.baseURI)?.href
  return picturesOf(element)
    .find(({ kind }) => kind === 'image')
    ?.addresses.at(-1)
}

function isVideo(element: Element, address: string | undefined): boolean {
  return element instanceof HTMLVideoElement && element.currentSrc === address
}

function nearest(all: ElementPicture[], from: Element | undefined): ElementPicture[] {
  const shown = all.filter(({ element }) => !(element instanceof HTMLCanvasElement && isBlank(element)))
  const middle = from ? middleOf(from) : { x: innerWidth / 2, y: innerHeight / 2 }
  const distance = ({ element }: ElementPicture) => {
    const { x, y } = middleOf(element)
    return Math.hypot(x - middle.x, y - middle.y)
  }
  return shown.sort((a, b) => distance(a) - distance(b))
}

function isInWindow(element: Element): boolean {
  const { left, top, right, bottom, width, height } = element.getBoundingClientRect()
  return width >= 8 && height >= 8 && right > 0 && bottom > 0 && left < innerWidth && top < innerHeight
}

function isWithin(element: Element, part: Element): boolean {
  for (let each: Element | null = element; each; each = parentOf(each)) if (each === part) return true
  return false
}

/** Of the visible part. */
function middleOf(element: Element): Point {
  const { left, top, right, bottom } = element.getBoundingClientRect()
  return {
    x: (Math.max(0, left) + Math.min(innerWidth, right)) / 2,
    y: (Math.max(0, top) + Math.min(innerHeight, bottom)) / 2,
  }
}

function visibleArea(picture: ElementPicture | undefined): number {
  const box = picture && visibleBoxOf(picture.element, picture)
  return box ? box.width * box.height : 0
}
