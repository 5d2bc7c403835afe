import { parentOf } from '../dom/elements.ts'
import type { Box } from '../model/box.ts'
import { rectIn, shapeIn } from './css-lengths.ts'

/** What an ancestor hides all around, in the window. */
export interface Clip {
  box: Box
  /** The user can scroll to what it hides, in either direction. */
  scrolls: { x: boolean; y: boolean }
}

const CUTS = /hidden|clip|auto|scroll/
const SCROLLS = /auto|scroll/
/** Nothing is hidden by an ancestor that clips nothing in a direction. */
const FAR = 1e7

/** Innermost first: a carousel has its other pictures beside the visible one. */
export function clipsOf(element: Element, isInside = false): Clip[] {
  const clips: Clip[] = []
  let { position } = getComputedStyle(element)
  for (let each = isInside ? element : parentOf(element); each; each = parentOf(each)) {
    const { documentElement, body } = each.ownerDocument
    if (each === documentElement || each === body) break
    const style = getComputedStyle(each)
    const isOwn = each === element
    // What is placed by an ancestor further up is not clipped by those between.
    if (!isOwn && escapes(position, style)) continue
    if (!isOwn) position = style.position
    clips.push(...clipsBy(each, style))
  }
  return clips
}

function escapes(position: string, style: CSSStyleDeclaration): boolean {
  const isContainer = [style.transform, style.perspective, style.filter, style.rotate, style.scale].some(
    (value) => value && value !== 'none',
  )
  if (position === 'fixed') return !isContainer
  return position === 'absolute' && style.position === 'static' && !isContainer
}

function clipsBy(element: Element, style: CSSStyleDeclaration): Clip[] {
  const { left, top, width, height } = element.getBoundingClientRect()
  const border = { x: left, y: top, width, height }
  const none = { x: false, y: false }
  const shape = shapeIn(style.clipPath, border) ?? rectIn(style.clip, border)
  const clips = shape ? [{ box: shape, scrolls: none }] : []
  // Only the outermost drawing has a box of its own.
  if ((element as Partial<SVGElement>).ownerSVGElement) return clips
  const [across, down] = [CUTS.test(style.overflowX), CUTS.test(style.overflowY)]
  if (!across && !down) return clips
  const [wide, high] = scaleOf(element, border)
  const box = {
    x: across ? left + element.clientLeft * wide : -FAR,
    y: down ? top + element.clientTop * high : -FAR,
    width: across ? element.clientWidth * wide || width : 2 * FAR,
    height: down ? element.clientHeight * high || height : 2 * FAR,
  }
  const scrolls = { x: SCROLLS.test(style.overflowX), y: SCROLLS.test(style.overflowY) }
  return [...clips, { box, scrolls }]
}

/** By how much a transform enlarges it. */
function scaleOf(element: Element, { width, height }: Box): [number, number] {
  const { offsetWidth, offsetHeight } = element as Partial<HTMLElement>
  const near = (seen: number, own = 0) => (own > 0 && Math.abs(seen - own) > 1 ? seen / own : 1)
  return [near(width, offsetWidth), near(height, offsetHeight)]
}
