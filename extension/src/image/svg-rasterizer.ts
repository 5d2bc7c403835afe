import { LIMITS } from '@find-on-1688/shared'
import { fitInto } from '../model/box.ts'
import { fail } from '../model/failure.ts'

const TIMEOUT_MS = 8000
/** The browsers' size of a drawing that has none. */
const DEFAULT = { width: 300, height: 150 }
const MAX_TEXT = 5_000_000

/**
 * Draws an SVG on white, as large as pictures are sent, and returns a PNG as a `data:` address. Needs a document. As in
 * every picture, scripts do not run and nothing is fetched.
 *
 * @throws AppError
 */
export async function rasterizeInDocument(text: string): Promise<string> {
  if (text.length > MAX_TEXT) return fail('picture_too_large')
  const svg = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement
  if (svg.localName !== 'svg' || svg.querySelector('parsererror')) return fail('picture_damaged')
  if (hasExternalParts(svg)) return fail('picture_blank')
  const own = sizeOf(svg)
  const size = enlarged(own.width, own.height)
  if (!svg.hasAttribute('viewBox')) svg.setAttribute('viewBox', `0 0 ${own.width} ${own.height}`)
  svg.setAttribute('width', String(size.width))
  svg.setAttribute('height', String(size.height))
  const image = new Image(size.width, size.height)
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(svg))}`
  await decoded(image)
  return painted(image, size)
}

/** A browser fetches nothing for a picture: whatever the drawing refers to would be missing or shown as broken. */
function hasExternalParts(svg: Element): boolean {
  return [...svg.querySelectorAll('image, use, feImage')].some((element) => {
    const address =
      element.getAttribute('href') ?? element.getAttributeNS('http://www.w3.org/1999/xlink', 'href')
    return address !== null && !/^\s*(#|data:)/i.test(address)
  })
}

function sizeOf(svg: Element): { width: number; height: number } {
  const [, , viewWidth, viewHeight] = (svg.getAttribute('viewBox') ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number)
  const [width, height] = [lengthOf(svg, 'width'), lengthOf(svg, 'height')]
  const ratio = viewWidth && viewHeight ? viewWidth / viewHeight : undefined
  if (width && height) return { width, height }
  if (ratio && width) return { width, height: width / ratio }
  if (ratio && height) return { width: height * ratio, height }
  if (viewWidth && viewHeight && viewWidth > 0 && viewHeight > 0)
    return { width: viewWidth, height: viewHeight }
  return { width: width ?? DEFAULT.width, height: height ?? DEFAULT.height }
}

/** In any absolute unit, because only the proportion counts; a percentage refers to nothing here. */
function lengthOf(svg: Element, name: string): number | undefined {
  const units: Record<string, number> = { px: 1, pt: 4 / 3, pc: 16, mm: 96 / 25.4, cm: 96 / 2.54, in: 96 }
  const [, number, unit] =
    /^\s*([\d.]+(?:e[+-]?\d+)?)\s*(px|pt|pc|mm|cm|in)?\s*$/i.exec(svg.getAttribute(name) ?? '') ?? []
  const length = Number(number) * (units[unit?.toLowerCase() ?? 'px'] ?? 1)
  return length > 0 && Number.isFinite(length) ? length : undefined
}

/** A drawing can be scaled without loss: a small one is drawn as large as a large one. */
function enlarged(width: number, height: number) {
  const times = LIMITS.sentSidePx / Math.max(width, height)
  return fitInto(LIMITS.sentSidePx, width * times, height * times)
}

async function decoded(image: HTMLImageElement): Promise<void> {
  const late = new Promise<never>((_, reject) => setTimeout(reject, TIMEOUT_MS))
  await Promise.race([image.decode(), late]).catch(() => fail('picture_damaged'))
}

function painted(image: HTMLImageElement, { width, height }: { width: number; height: number }): string {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d', { willReadFrequently: true }) ?? fail('picture_damaged')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, width, height)
  context.drawImage(image, 0, 0, width, height)
  if (isPlain(context.getImageData(0, 0, width, height).data)) return fail('picture_blank')
  return canvas.toDataURL('image/png')
}

/** Nothing is visible: mostly a drawing with external parts. */
function isPlain(data: Uint8ClampedArray): boolean {
  const pixels = new Uint32Array(data.buffer)
  return pixels.every((pixel) => pixel === pixels[0])
}
