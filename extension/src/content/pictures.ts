import { addressesIn, largestFirst } from '../dom/srcset.ts'
import type { ElementKind, PagePicture } from '../model/page-script.ts'

/** A picture and the element that shows it. */
export interface ElementPicture extends Omit<PagePicture, 'id'> {
  element: Element
}

/** Smaller ones are bullets, spacers and tracking pixels. */
const MIN_SIDE = 24
/** Attributes in which shops put the address of the large version. */
const ZOOM_ATTRIBUTES = ['data-old-hires', 'data-zoom-image', 'data-zoom', 'data-large_image']
const STYLES = ['backgroundImage', 'borderImageSource', 'maskImage', 'listStyleImage', 'content'] as const

/** Every picture that the element itself shows, likeliest first. */
export function picturesOf(element: Element): ElementPicture[] {
  return [...ownPictures(element), ...stylePictures(element)].filter(
    ({ width, height }) => Math.min(width, height) >= MIN_SIDE,
  )
}

function ownPictures(element: Element): ElementPicture[] {
  if (element instanceof HTMLImageElement) return [image(element)]
  if (element instanceof HTMLCanvasElement)
    return isBlank(element) ? [] : [sized(element, 'canvas', [], element)]
  if (element instanceof HTMLVideoElement) return videoPictures(element)
  if (element instanceof HTMLInputElement)
    return element.type === 'image' ? [boxed(element, 'image', [element.src])] : []
  if (element instanceof SVGImageElement) return [boxed(element, 'image', [absolute(element.href.baseVal)])]
  if (element instanceof HTMLObjectElement || element instanceof HTMLEmbedElement) return embedded(element)
  return []
}

function image(element: HTMLImageElement): ElementPicture {
  const shown = element.currentSrc || element.src
  const sets = [element, ...(element.closest('picture')?.querySelectorAll('source') ?? [])]
    .map(({ srcset }) => largestFirst(srcset).map(absolute))
    // Another source of the same picture element may be another picture.
    .find((addresses) => addresses.includes(shown))
  const zoomed = ZOOM_ATTRIBUTES.map((name) => element.getAttribute(name)).filter((value) => value !== null)
  const addresses = [
    ...zoomed.filter(Boolean).map(absolute),
    ...(sets ?? []).filter((address) => address !== shown),
    shown,
  ]
  const size = { width: element.naturalWidth, height: element.naturalHeight }
  return size.width > 0 ? sized(element, 'image', addresses, size) : boxed(element, 'image', addresses)
}

function videoPictures(element: HTMLVideoElement): ElementPicture[] {
  const size = { width: element.videoWidth, height: element.videoHeight }
  const frame = element.readyState >= 2 && size.width > 0 ? [sized(element, 'video', [], size)] : []
  return element.poster ? [...frame, boxed(element, 'image', [element.poster])] : frame
}

function embedded(element: HTMLObjectElement | HTMLEmbedElement): ElementPicture[] {
  const address = element instanceof HTMLObjectElement ? element.data : element.src
  const isImage = element.type.startsWith('image/') || /\.(jpe?g|png|webp|avif|gif|svg)(\?|$)/i.test(address)
  return isImage && address ? [boxed(element, 'image', [address])] : []
}

function stylePictures(element: Element): ElementPicture[] {
  return [undefined, '::before', '::after'].flatMap((pseudo) => {
    const style = getComputedStyle(element, pseudo)
    // A pseudo-element without content is not rendered.
    if (pseudo && (style.content === 'none' || style.content === 'normal')) return []
    return STYLES.flatMap((name) => layersOf(style[name] ?? '')).map((addresses) =>
      boxed(element, 'background', addresses.map(absolute)),
    )
  })
}

/** Pictures of one style are layers on top of each other; those of a set are versions of one. */
function layersOf(value: string): string[][] {
  const addresses = addressesIn(value)
  return value.includes('image-set(') ? [addresses] : addresses.map((address) => [address])
}

function sized(
  element: Element,
  kind: ElementKind,
  addresses: string[],
  { width, height }: { width: number; height: number },
): ElementPicture {
  return { element, kind, addresses: [...new Set(addresses.filter(Boolean))], width, height }
}

function boxed(element: Element, kind: ElementKind, addresses: string[]): ElementPicture {
  const { width, height } = element.getBoundingClientRect()
  return sized(element, kind, addresses, { width: Math.round(width), height: Math.round(height) })
}

function absolute(address: string): string {
  return URL.parse(address, document.baseURI)?.href ?? ''
}

/** Nothing was drawn yet. A canvas that cannot be read has been drawn on. */
function isBlank(canvas: HTMLCanvasElement): boolean {
  if (canvas.width === 0 || canvas.height === 0) return true
  const probe = document.createElement('canvas')
  probe.width = probe.height = 16
  const context = probe.getContext('2d', { willReadFrequently: true })
  try {
    context?.drawImage(canvas, 0, 0, 16, 16)
    const pixels = context?.getImageData(0, 0, 16, 16).data
    return pixels?.every((value, at) => value === pixels[at % 4]) ?? false
  } catch {
    return false
  }
}
