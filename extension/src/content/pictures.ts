import { addressesIn, type Candidate, candidatesOf } from '../dom/srcset.ts'
import { largerAddresses } from '../image-url/larger.ts'
import type { ElementKind, PagePicture } from '../model/page-picture.ts'
import {
  absolute,
  type Held,
  heldBy,
  heldBySource,
  inNoscript,
  isLoadable,
  ordered,
  resolved,
} from './held-addresses.ts'
import { isStandIn, isStandInAddress, showsNothing } from './stand-in.ts'
import { layersOf, type StyleLayer } from './style-layers.ts'

/** A picture and the element that shows it. */
export interface ElementPicture extends Omit<PagePicture, 'id'> {
  element: Element
  /** Of a picture that a style names. */
  styled?: StyleLayer
}

/** Smaller ones are bullets, spacers and tracking pixels. */
const MIN_SIDE = 24
/** These hold addresses of pictures that they do not show themselves, or of other files. */
const NO_BACKGROUND = /^(img|iframe|script|source|video|audio|track|link|meta|a|button|input|select|option)$/

/** Every picture that the element itself shows, likeliest first. */
export function picturesOf(element: Element): ElementPicture[] {
  const awaited = awaitedBackground(element)
  const styled = stylePictures(element).filter(
    ({ addresses }) => awaited.length === 0 || !addresses.every(isStandInAddress),
  )
  return [...ownPictures(element), ...awaited, ...styled].filter(
    ({ width, height }) => Math.min(width, height) >= MIN_SIDE,
  )
}

function ownPictures(element: Element): ElementPicture[] {
  // Such a style replaces whatever the element shows otherwise.
  if (addressesIn(getComputedStyle(element).content).length > 0) return []
  if (element instanceof HTMLImageElement) return image(element)
  if (element instanceof HTMLCanvasElement) return [sized(element, 'canvas', [], element)]
  if (element instanceof HTMLVideoElement) return videoPictures(element)
  if (element instanceof HTMLInputElement)
    return element.type === 'image' ? [boxed(element, 'image', [element.src])] : []
  if (element instanceof SVGImageElement) return [boxed(element, 'image', [absolute(element.href.baseVal)])]
  if (element instanceof HTMLObjectElement || element instanceof HTMLEmbedElement) return embedded(element)
  return []
}

function image(element: HTMLImageElement): ElementPicture[] {
  const held = heldBy(element)
  if (isStandIn(element, held)) return notLoaded(element, held)
  const shown = element.currentSrc || element.src
  const sets = [element, ...(element.closest('picture')?.querySelectorAll('source') ?? [])]
    .map(({ srcset }) => candidatesOf(srcset).map(resolved))
    // Another source of the same picture element may be another picture.
    .find((set) => set.some(({ address }) => address === shown))
  const named = ordered([...held, ...namedAround(element), ...(sets ?? [])])
  const addresses = [...named.filter((address) => address !== shown), shown]
  const size = { width: element.naturalWidth, height: element.naturalHeight }
  return [size.width > 0 ? sized(element, 'image', addresses, size) : boxed(element, 'image', addresses)]
}

/** The picture that an image waits for. */
function notLoaded(element: HTMLImageElement, held: readonly Held[]): ElementPicture[] {
  const candidates = awaitedBy(element, held)
  const shown = element.currentSrc || element.src
  const side = Math.max(element.naturalWidth, element.naturalHeight)
  // A clear pixel may be there for its background alone.
  const hasBackground = addressesIn(getComputedStyle(element).backgroundImage).length > 0
  if (candidates.length === 0 && hasBackground && (!shown || showsNothing(shown, side))) return []
  const addresses = ordered(candidates)
  // A preview's own address may say where the picture is.
  if (addresses.length === 0) addresses.push(...largerAddresses(shown))
  return [{ ...boxed(element, 'image', addresses), pending: true }]
}

/** By its own attributes or, without any, by those of what stands beside or over it. */
export function awaitedBy(
  element: HTMLImageElement,
  held: readonly Candidate[] = heldBy(element),
): Candidate[] {
  const shown = element.currentSrc || element.src
  const isLoading = !element.complete || !element.currentSrc
  const own = isLoading
    ? [...candidatesOf(srcsetOf(element)).map(resolved), { address: element.src, size: 0 }].filter(isLoadable)
    : []
  const found = [...held, ...heldBySource(element), ...own]
  if (found.length > 0) return found.filter(({ address }) => isLoading || address !== shown)
  const without = inNoscript(element)
  return without.length > 0 ? without : stackedOn(element)
}

/** The set that the browser will choose from. */
function srcsetOf(image: HTMLImageElement): string {
  const picture = image.parentElement?.localName === 'picture' ? image.parentElement : undefined
  const source = [...(picture?.querySelectorAll('source') ?? [])].find(
    ({ srcset, media }) => srcset && (!media || matchMedia(media).matches),
  )
  return source?.srcset || image.srcset
}

/** What other images in the same place hold or load: the picture that is to replace a preview. */
function stackedOn(element: Element): Candidate[] {
  const box = element.getBoundingClientRect()
  let around = element.parentElement
  for (let up = 0; around && up < 3; up++, around = around.parentElement)
    for (const other of around.querySelectorAll('img')) {
      if (other === element || !isSamePlace(other.getBoundingClientRect(), box)) continue
      const held = heldBy(other)
      const own = { address: other.currentSrc || other.src, size: 0 }
      const found = [
        ...held,
        ...heldBySource(other),
        ...(isStandIn(other, held) && other.complete ? [] : [own]),
      ]
      if (found.some(isLoadable)) return found.filter(isLoadable)
    }
  return []
}

function isSamePlace(one: DOMRect, other: DOMRect): boolean {
  const off = Math.max(
    ...(['left', 'top', 'right', 'bottom'] as const).map((side) => Math.abs(one[side] - other[side])),
  )
  return off <= 0.15 * Math.max(other.width, other.height)
}

/** Large versions that its link or its box names. */
function namedAround(element: HTMLImageElement): Candidate[] {
  const around = element.closest('a') ?? element.parentElement
  if (!around || around.querySelectorAll('img').length > 1) return []
  const linked = around instanceof HTMLAnchorElement ? around.href : ''
  const isPicture = /\.(jpe?g|png|webp|avif)(\?.*)?$/i.test(linked)
  const large = heldBy(around, 'large')
  return isPicture ? [{ address: linked, size: Number.POSITIVE_INFINITY }, ...large] : large
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
    return layersOf(style).map(({ addresses, layer }) => {
      const styled = { ...layer, pseudo }
      const picture = { ...boxed(element, 'background', addresses.map(absolute)), styled }
      const awaited = addresses.every(isStandInAddress) ? stackedOn(element) : []
      return awaited.length > 0
        ? { ...picture, addresses: ordered(awaited), pending: true as const }
        : picture
    })
  })
}

/** A background that a script of the page sets once it is in view. */
function awaitedBackground(element: Element): ElementPicture[] {
  if (NO_BACKGROUND.test(element.localName)) return []
  // A box that holds an image names its large version.
  const isEmpty = !element.querySelector('img, picture, video, canvas, svg')
  const addresses = ordered(heldBy(element, isEmpty ? 'box' : 'background'))
  if (addresses.length === 0) return []
  const shown = addressesIn(getComputedStyle(element).backgroundImage)
  if (!shown.every(isStandInAddress)) return []
  return [{ ...boxed(element, 'background', addresses), pending: true }]
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

/** Nothing was drawn yet, or it cannot be read any more, as in WebGL. A canvas that is not readable at all has been drawn on. */
export function isBlank(canvas: HTMLCanvasElement): boolean {
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
