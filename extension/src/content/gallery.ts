import { allElements } from '../dom/elements.ts'
import { largestFirst } from '../dom/srcset.ts'
import { shareOriginal } from '../image-url/original.ts'
import type { PagePicture } from '../model/page-script.ts'
import { known } from './find-under-pointer.ts'
import { type ElementPicture, picturesOf } from './pictures.ts'
import { type PlacedPicture, productPhotosOf } from './product-photos.ts'
import { parentOf } from './visible-box.ts'

/** Smaller elements show no picture that would be worth a search, unless they are pictures themselves. */
const SMALLEST_SIDE = 40
/** Where pages keep the address of a picture that they load once it comes into sight. */
const LAZY = ['data-src', 'data-lazy-src', 'data-lazy', 'data-original']
const LAZY_SETS = ['data-srcset', 'data-lazy-srcset']

type Piece = ElementPicture & PlacedPicture

/**
 * The page's other pictures of what a picture shows, likeliest first, at most 24; `null` where this is no longer the page
 * of that picture.
 *
 * @param id its name, where it was found by this script
 * @param addresses its addresses, the one that was shown last
 */
export function gallery(id: number | null, addresses: string[]): PagePicture[] | null {
  const pieces = allElements().flatMap((element) =>
    isWorthALook(element)
      ? [...lazyPictures(element), ...picturesOf(element).map(withLinked)].map(standing)
      : [],
  )
  const before = id === null ? undefined : known[id]
  const isSearched = ({ element, addresses: own }: Piece) =>
    addresses.length > 0 ? shareOriginal(own, addresses) : element === before?.element
  const isSamePage = before?.element.isConnected || pieces.some(isSearched)
  if (id !== null && !isSamePage) return null
  return productPhotosOf(pieces, isSearched).map(({ element, kind, addresses: own, width, height }) => ({
    id: known.push({ element, kind, addresses: own, width, height }) - 1,
    kind,
    addresses: own,
    width,
    height,
  }))
}

function isWorthALook(element: Element): boolean {
  if (element.closest('footer')) return false
  if (element instanceof HTMLImageElement) return true
  const { width, height } = element.getBoundingClientRect()
  return Math.min(width, height) >= SMALLEST_SIDE
}

/** Not loaded yet: further slides of a carousel mostly are not. */
function lazyPictures(element: Element): ElementPicture[] {
  if (!(element instanceof HTMLImageElement)) return []
  const sets = LAZY_SETS.flatMap((name) => largestFirst(element.getAttribute(name) ?? ''))
  const single = LAZY.map((name) => element.getAttribute(name)).filter((value) => value !== null)
  const addresses = [...sets, ...single].map(absolute).filter((address) => /^https?:/.test(address))
  if (addresses.length === 0 || addresses.includes(element.currentSrc)) return []
  return [{ element, kind: 'image', addresses: [...new Set(addresses)], width: 0, height: 0 }]
}

/** Where a picture is a link to its larger version. */
function withLinked(picture: ElementPicture): ElementPicture {
  const address = picture.element.closest('a')?.href ?? ''
  const isPicture = /\.(jpe?g|png|webp|avif)(\?.*)?$/i.test(address)
  if (picture.kind !== 'image' || !isPicture || picture.addresses.includes(address)) return picture
  return { ...picture, addresses: [address, ...picture.addresses] }
}

function standing(picture: ElementPicture): Piece {
  const within: Element[] = []
  for (let parent = parentOf(picture.element); parent; parent = parentOf(parent)) within.push(parent)
  const file =
    URL.parse(picture.addresses.at(-1) ?? '')
      ?.pathname.split('/')
      .at(-1) ?? ''
  return {
    ...picture,
    within,
    names: `${picture.element.getAttribute('class') ?? ''} ${picture.element.id} ${file}`,
  }
}

function absolute(address: string): string {
  return URL.parse(address, document.baseURI)?.href ?? ''
}
