import type { Box, Point, Size } from '../model/box.ts'
import { boundsOf, type Matrix, moved, sharedBox } from '../model/placement.ts'
import { lengthIn, rectIn, shapeIn } from './css-lengths.ts'
import { measuredSize } from './natural-size.ts'
import { backgroundBox, objectBox, type Painted } from './painted-box.ts'
import type { ElementPicture } from './pictures.ts'
import type { StyleLayer } from './style-layers.ts'
import { linearFrom } from './transforms.ts'

const REPLACED = 'img, video, canvas, input, object, embed, iframe'
const SIDES = ['top', 'right', 'bottom', 'left'] as const

/** A box in the page. Its own pixels count from its middle. */
interface Surface {
  border: Box
  style: CSSStyleDeclaration
  /** From its own pixels to the window. */
  matrix: Matrix
  /** Whether it is known where in its element it is. */
  isPlaced: boolean
}

/** How a picture is painted, in the pixels of its surface. */
export interface PaintedPicture extends Painted {
  /** What is not clipped by its own element. */
  seen: Box
  matrix: Matrix
  isPlaced: boolean
}

/** `undefined` where that is not known. */
export function paintedPicture(picture: ElementPicture): PaintedPicture | undefined {
  const surface = picture.styled?.pseudo
    ? pseudoSurface(picture.element, picture.styled, naturalSize(picture))
    : surfaceOf(picture.element)
  const found = surface && paintedOn(surface, picture)
  if (!surface || !found) return undefined
  const { border, style, matrix, isPlaced } = surface
  const clip = shapeIn(style.clipPath, border) ?? rectIn(style.clip, border)
  const seen = sharedBox(found.window, found.painted.box)
  const rest = seen && clip ? sharedBox(seen, clip) : seen
  const { box, isChosen } = found.painted
  return rest && { box, isChosen: isChosen || clip !== undefined, seen: rest, matrix, isPlaced }
}

/** An element's content in the window, without border and padding. */
export function contentBounds(element: Element): Box {
  const surface = surfaceOf(element)
  const box = element.matches(REPLACED) ? inset(surface, 'content-box') : surface.border
  return boundsOf(surface.matrix, box)
}

function paintedOn(surface: Surface, picture: ElementPicture): { painted: Painted; window: Box } | undefined {
  const { element, styled } = picture
  const natural = naturalSize(picture)
  const { objectFit, objectPosition } = surface.style
  if (styled?.name === 'backgroundImage') {
    // What stays in place while the page scrolls is placed in the window.
    if (styled.attachment === 'fixed') return undefined
    const window = inset(surface, styled.clip)
    const painted = backgroundBox(inset(surface, styled.origin), window, styled, natural)
    return painted && { painted, window }
  }
  if (styled && (styled.name !== 'content' || !natural)) return undefined
  const window = inset(surface, 'content-box')
  if (styled?.pseudo) return { painted: { box: window, isChosen: false }, window }
  if (element.localName === 'image') {
    const ratio = element.getAttribute('preserveAspectRatio') ?? ''
    const fit = /none/.test(ratio) ? 'fill' : /slice/.test(ratio) ? 'cover' : 'contain'
    const box = natural && objectBox(window, natural, { fit, position: aligned(ratio), viewBox: 'none' })
    return { painted: box ?? { box: window, isChosen: false }, window }
  }
  if (!natural) return undefined
  const viewBox = surface.style.getPropertyValue('object-view-box')
  return {
    painted: objectBox(window, natural, { fit: objectFit, position: objectPosition, viewBox }),
    window,
  }
}

/** `xMidYMax` as a position. */
function aligned(ratio: string): string {
  const percent: Record<string, string> = { Min: '0%', Mid: '50%', Max: '100%' }
  const [, x = 'Mid', y = 'Mid'] = /x(Min|Mid|Max)Y(Min|Mid|Max)/.exec(ratio) ?? []
  return `${percent[x]} ${percent[y]}`
}

/** In CSS pixels. */
function naturalSize({ element, kind, addresses, styled }: ElementPicture): Size | undefined {
  const { naturalWidth, naturalHeight } = element as Partial<HTMLImageElement>
  if (!styled && naturalWidth && naturalHeight) return { width: naturalWidth, height: naturalHeight }
  const { videoWidth, videoHeight } = element as Partial<HTMLVideoElement>
  if (!styled && kind === 'video' && videoWidth && videoHeight)
    return { width: videoWidth, height: videoHeight }
  if (kind === 'canvas') {
    const { width, height } = element as HTMLCanvasElement
    return { width, height }
  }
  const size = measuredSize(addresses.at(-1))
  const density = styled?.density ?? 1
  return size && { width: size.width / density, height: size.height / density }
}

function surfaceOf(element: Element): Surface {
  const rect = element.getBoundingClientRect()
  const matrix = element.localName === 'image' ? drawnLinear(element as SVGImageElement) : linearFrom(element)
  const { width, height } = ownSize(element, matrix, rect)
  matrix[4] = rect.left + rect.width / 2
  matrix[5] = rect.top + rect.height / 2
  const border = { x: -width / 2, y: -height / 2, width, height }
  return { border, style: getComputedStyle(element), matrix, isPlaced: true }
}

/** An upright box around an upright or quarter-turned one tells its size to the fraction; around others it does not. */
function ownSize(element: Element, [a, b, c, d]: Matrix, rect: DOMRect): Size {
  const isNone = (one: number, other: number) => Math.abs(one) + Math.abs(other) < 1e-3
  if (isNone(b, c) && a && d) return { width: rect.width / Math.abs(a), height: rect.height / Math.abs(d) }
  if (isNone(a, d) && b && c) return { width: rect.height / Math.abs(b), height: rect.width / Math.abs(c) }
  if (element.localName === 'image') return (element as SVGImageElement).getBBox()
  const { offsetWidth = rect.width, offsetHeight = rect.height } = element as Partial<HTMLElement>
  return { width: offsetWidth, height: offsetHeight }
}

/** Not all browsers know of transforms outside of a drawing there. */
function drawnLinear(image: SVGImageElement): Matrix {
  let drawing = image.ownerSVGElement
  while (drawing?.ownerSVGElement) drawing = drawing.ownerSVGElement
  const { a, b, c, d } = image.getCTM() ?? { a: 1, b: 0, c: 0, d: 1 }
  const [A, B, C, D] = drawing ? linearFrom(drawing) : [1, 0, 0, 1]
  return [A * a + C * b, B * a + D * b, A * c + C * d, B * c + D * d, 0, 0]
}

/** A pseudo-element tells its size, and its place if that does not depend on other content. */
function pseudoSurface(element: Element, styled: StyleLayer, natural: Size | undefined): Surface | undefined {
  const { pseudo = '' } = styled
  const style = getComputedStyle(element, pseudo)
  const host = surfaceOf(element)
  const size = styled.name === 'content' ? natural : sizeOf(style)
  if (!size || !(size.width > 0 && size.height > 0)) return undefined
  const matrix = linearFrom(element, pseudo)
  const isAbsolute = /absolute|fixed/.test(style.position)
  const area = inset(host, isAbsolute ? 'padding-box' : 'content-box')
  const offset = (side: 'left' | 'top') => {
    const own = style.position === 'static' ? 0 : lengthIn(style[side], 0) || 0
    return own + (lengthIn(style.getPropertyValue(`margin-${side}`), 0) || 0)
  }
  const middle: Point = {
    x: area.x + offset('left') + size.width / 2,
    y: area.y + offset('top') + size.height / 2,
  }
  const at = moved(host.matrix, middle)
  const border = { x: -size.width / 2, y: -size.height / 2, ...size }
  // The content of a pseudo-element cannot be given a size: one that is not moved either is too large by accident.
  const isFirst = styled.name !== 'content' && (pseudo === '::before' || element.childNodes.length === 0)
  const isPlaced = isAbsolute ? host.style.position !== 'static' || host.style.transform !== 'none' : isFirst
  return { border, style, matrix: [...matrix.slice(0, 4), at.x, at.y] as Matrix, isPlaced }
}

function sizeOf(style: CSSStyleDeclaration): Size {
  const { left, right, top, bottom } = edges(style, 'content-box')
  const isBorderBox = style.boxSizing === 'border-box'
  return {
    width: lengthIn(style.width, 0) + (isBorderBox ? 0 : left + right),
    height: lengthIn(style.height, 0) + (isBorderBox ? 0 : top + bottom),
  }
}

/** The border box, or without border, or without padding either. */
function inset({ border, style }: Surface, box: string): Box {
  const { left, right, top, bottom } = edges(style, box)
  return {
    x: border.x + left,
    y: border.y + top,
    width: border.width - left - right,
    height: border.height - top - bottom,
  }
}

function edges(style: CSSStyleDeclaration, box: string): Record<(typeof SIDES)[number], number> {
  const px = (name: string) => Number.parseFloat(style.getPropertyValue(name)) || 0
  const [top = 0, right = 0, bottom = 0, left = 0] = SIDES.map((side) => {
    const line = /padding|content/.test(box) ? px(`border-${side}-width`) : 0
    return line + (box === 'content-box' ? px(`padding-${side}`) : 0)
  })
  return { top, right, bottom, left }
}
