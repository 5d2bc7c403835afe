import { addressesIn, type Candidate, candidatesOf } from '../dom/srcset.ts'

/** Attributes in which shops put a large version. */
const LARGE = /^data-.*(zoom|hi-?res|high|large|full|big|magnif|orig-file|dynamic-image)/
/** Attributes in which pages put a picture until it is to be loaded, or its background. */
const LAZY =
  /^data-(.*[-_])?(\w*src|\w*srcset|lazy|lazyload|original|bg|bgset|bgimage|background|image|img|echo)$/
const BACKGROUND = /^data-(.*[-_])?(bg|bgset|bgimage|bg-?image|background|background-?image)$/
/** Of those, what a box without an image uses for its background. */
const BOX = /^data-(.*[-_])?(\w*src|lazy|lazyload|original)$/
/** Other pictures, and small ones. */
const OTHER =
  /hover|alt|second|swap|flip|rollover|thumb|placeholder|lqip|preview|tiny|blur|video|icon|logo|error|fallback/
/** For addresses with a gap for the size, where the page does not say which sizes there are. */
const ANY_WIDTH = 1600

/** Sizes order candidates: a large version has none, and comes first; an address without any comes last. */
const [FIRST, LAST] = [Number.POSITIVE_INFINITY, 0]

/** Whether an attribute holds a large version, or what is not loaded yet. */
export interface Held extends Candidate {
  isLazy: boolean
}

/** The addresses that an element's attributes hold for a script of the page to use. */
export function heldBy(element: Element, use: 'image' | 'large' | 'background' | 'box' = 'image'): Held[] {
  return element.getAttributeNames().flatMap((name) => {
    const isLarge = LARGE.test(name) && !BACKGROUND.test(name)
    const isWanted = {
      image: isLarge || LAZY.test(name),
      large: isLarge,
      background: BACKGROUND.test(name),
      box: BACKGROUND.test(name) || BOX.test(name),
    }[use]
    if (!isWanted || OTHER.test(name)) return []
    const value = withSize(element.getAttribute(name) ?? '', element)
    const isSource = /src$/.test(name)
    return candidatesIn(value, isLarge ? FIRST : LAST, isSource).map(({ address, size }) => ({
      address: absolute(address),
      size,
      isLazy: !isLarge,
    }))
  })
}

/** What the first source that applies of its `picture` holds. */
export function heldBySource(image: Element): Held[] {
  const { parentElement } = image
  const sources = parentElement?.localName === 'picture' ? [...parentElement.querySelectorAll('source')] : []
  for (const source of sources) {
    const held = heldBy(source)
    if (held.length > 0 && (!source.media || matchMedia(source.media).matches)) return held
  }
  return []
}

/** Of the picture that is shown where there are no scripts. */
export function inNoscript(element: Element): Candidate[] {
  let around: Element | null = element
  for (let up = 0; around && up < 3; up++, around = around.parentElement) {
    if (around.querySelectorAll('img').length > 1) break
    for (const beside of [around.nextElementSibling, around.previousElementSibling]) {
      if (beside?.localName !== 'noscript') continue
      // With scripts on, its content is text.
      const inside = new DOMParser().parseFromString(beside.textContent ?? '', 'text/html')
      const candidates = [...inside.querySelectorAll('img, source')].flatMap((each) => [
        ...candidatesOf(each.getAttribute('srcset') ?? ''),
        ...(each.getAttribute('src') ? [{ address: each.getAttribute('src') ?? '', size: LAST }] : []),
      ])
      const loadable = candidates.map(resolved).filter(isLoadable)
      if (loadable.length > 0) return loadable
    }
  }
  return []
}

/** Unique addresses, the largest first. */
export function ordered(candidates: readonly Candidate[]): string[] {
  const sorted = [...candidates].sort((a, b) => (a.size === b.size ? 0 : b.size - a.size))
  return [...new Set(sorted.map(({ address }) => address))]
}

export function isLoadable({ address }: Candidate): boolean {
  return /^https?:/.test(address)
}

export function absolute(address: string): string {
  return URL.parse(address, document.baseURI)?.href ?? ''
}

export function resolved({ address, size }: Candidate): Candidate {
  return { address: absolute(address), size }
}

/** The value of an attribute may be an address, a `srcset`, a CSS value or a list in JSON. */
function candidatesIn(value: string, size: number, isSource: boolean): Candidate[] {
  const text = value.trim()
  if (/^[{[]/.test(text)) return inJson(text)
  const found = text.includes('url(')
    ? addressesIn(text).map((address) => ({ address, size }))
    : /\s[\d.]+[wx]\s*(,|$)/.test(text)
      ? candidatesOf(text)
      : isAddress(text) || (isSource && /^[^\s#]+$/.test(text))
        ? [{ address: text, size }]
        : []
  return found.filter(({ address }) => isLoadable({ address: absolute(address), size }))
}

/** As of Amazon: addresses with their sizes. */
function inJson(text: string): Candidate[] {
  try {
    return Object.entries(JSON.parse(text)).flatMap(([key, value]) => {
      const address = typeof value === 'string' ? value : key
      const size = Array.isArray(value) ? Math.max(...value.map(Number)) || LAST : LAST
      return isAddress(address) ? [{ address, size }] : []
    })
  } catch {
    return []
  }
}

function isAddress(text: string): boolean {
  return /^(?:(?:https?:)?\/\/|\.{0,2}\/)[^\s]+$|^[^\s#]+\.(jpe?g|png|webp|avif|gif)([?#]\S*)?$/i.test(text)
}

/** `{width}` and its like are replaced by the largest size that there is. */
function withSize(value: string, element: Element): string {
  if (!/(\{|%7B):?(width|height|size)(\}|%7D)/i.test(value)) return value
  const widths = element.getAttribute('data-widths')?.match(/\d+/g)?.map(Number) ?? []
  const width = Math.max(...widths, 0) || ANY_WIDTH
  return value
    .replace(/(\{|%7B):?(width|height)(\}|%7D)/gi, String(width))
    .replace(/(\{|%7B):?size(\}|%7D)/gi, '1280x1280')
}
