import { originalOf } from '../image-url/original.ts'
import { type Held, heldBySource, inNoscript } from './held-addresses.ts'

/** Of its own pixels: fewer show nothing. */
const MAX_BLANK = 4
/** Of its own pixels, and how many times larger it is shown: a preview that is blurred, or will be replaced. */
const SMALL = { side: 100, times: 3 }
/** A preview in any case. */
const TINY = { side: 40, times: 5 }
const INLINE_TIMES = 1.5
const PLACEHOLDER =
  /(^|[^a-z])(placeholder|blank|spacer|loading|loader|preload(er)?|gr[ea]y|pixel|transparent|trans|lazy(load)?|dummy|1x1|clear|empty|lqip|no-?image)([^a-z]|$)/i
const WAITS = /(^|[\s_-])(lazy|lazyload|lazyloading|lazy-?img|lozad|unveil)([\s_-]|$)/i
const IS_LOADED = /loaded|complete|entered/i
const DRAWS = /<(path|rect|circle|ellipse|image|text|use|poly|line|foreignobject)/i

/**
 * Whether what an image shows only stands in for a picture that is not loaded yet: nothing, a clear or grey pixel, an
 * empty drawing, a blurred preview, or a sign that pictures are loading. A picture that keeps the address it was loaded
 * from is none, nor is one that merely names a larger version.
 */
export function isStandIn(image: HTMLImageElement, held: readonly Held[]): boolean {
  const shown = image.currentSrc || image.src
  if (!shown) return true
  const side = Math.max(image.naturalWidth, image.naturalHeight)
  if (side === 0 && !image.complete) return true
  const all = [...held, ...heldBySource(image)]
  const lazy = all.filter(({ isLazy }) => isLazy)
  const waits = waitsIn(image)
  if (showsNothing(shown, side))
    return all.length > 0 || waits || image.loading === 'lazy' || inNoscript(image).length > 0
  if (isPreview(image, side, lazy.length > 0)) return true
  const own = originalOf(shown)
  if (lazy.length === 0 || lazy.some(({ address }) => originalOf(address) === own)) return false
  return /^data:image\/(svg|gif)/i.test(shown) || PLACEHOLDER.test(nameOf(shown)) || waits
}

/** Whether nothing can be seen in what an image shows, as far as its size and address say. */
export function showsNothing(address: string, side: number): boolean {
  if (/^data:image\/svg/i.test(address)) return !DRAWS.test(textOf(address))
  return side <= MAX_BLANK
}

/** Whether an address of a background is that of a preview. */
export function isStandInAddress(address: string): boolean {
  return address.startsWith('data:') ? address.length < 6000 : PLACEHOLDER.test(nameOf(address))
}

function isPreview(image: HTMLImageElement, side: number, isReplaced: boolean): boolean {
  const { width, height } = image.getBoundingClientRect()
  const times = Math.max(width, height) / side
  if (side <= TINY.side && times >= TINY.times) return true
  if (isReplaced && image.currentSrc.startsWith('data:') && times >= INLINE_TIMES) return true
  return side <= SMALL.side && times >= SMALL.times && (isReplaced || isBlurred(image))
}

function isBlurred(image: HTMLImageElement): boolean {
  let element: Element | null = image
  for (let up = 0; element && up < 3; up++, element = element.parentElement)
    if (getComputedStyle(element).filter.includes('blur(')) return true
  return false
}

function waitsIn(image: HTMLImageElement): boolean {
  const classes = image.getAttribute('class') ?? ''
  return WAITS.test(classes) && !IS_LOADED.test(classes)
}

function nameOf(address: string): string {
  return URL.parse(address)?.pathname.split('/').at(-1) ?? ''
}

function textOf(address: string): string {
  try {
    const text = address.slice(address.indexOf(',') + 1)
    return /;base64,/i.test(address.slice(0, 60)) ? atob(text) : decodeURIComponent(text)
  } catch {
    return address
  }
}
