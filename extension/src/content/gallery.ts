import { allElements } from '../dom/elements.ts'
import { largestFirst } from '../dom/srcset.ts'
import { shareOriginal } from '../image-url/original.ts'
import type { PagePicture } from '../model/page-script.ts'
import { foundPictures } from './find-under-pointer.ts'
import { type ElementPicture, picturesOf } from './pictures.ts'
import { type PlacedPicture, productPhotosOf } from './product-photos.ts'
import { parentOf } from './visible-box.ts'

/** Smaller elements show nothing worth a search, unless they are images themselves. */
const MIN_SIDE = 40
/** Attributes with the address of a picture that is loaded once it scrolls into view. */
const LAZY = ['data-src', 'data-lazy-src', 'data-lazy', 'data-original']
const LAZY_SETS = ['data-srcset', 'data-lazy-srcset']

type GalleryPicture = ElementPicture & PlacedPicture

/**
 * The page's other pictures of the product in a picture, likeliest first, at most 24; `null` if this is no longer the
 * page of that picture.
 *
 * @param id if the picture was found by this script
 * @param addresses of the picture, the shown one last
 */
export function gallery(id: number | null, addresses: string[]): PagePicture[] | null {
  const pictures = allElements().flatMap((element) =>
    mayShowPicture(element)
      ? [...lazyPictures(element), ...picturesOf(element).map(withLinked)].map(placed)
      : [],
  )
  const before = id === null ? undefined : foundPictures[id]
  const isSearched = ({ element, addresses: own }: GalleryPicture) =>
    addresses.length > 0 ? shareOriginal(own, addresses) : element === before?.element
  const isSamePage = before?.element.isConnected || pictures.some(isSearched)
  if (id !== null && !isSamePage) return null
  return productPhotosOf(pictures, isSearched).map(({ element, kind, addresses: own, width, height }) => ({
    id: foundPictures.push({ element, kind, addresses: own, width, height }) - 1,
    kind,
    addresses: own,
    width,
    height,
  }))
}

function mayShowPicture(element: Element): boolean {
  if (element.closest('footer')) return false
  if (element instanceof HTMLImageElement) return true
  const { width, height } = element.getBoundingClientRect()
  return Math.min(width, height) >= MIN_SIDE
}

/** Not loaded yet, like most slides of a carousel. */
function lazyPictures(element: Element): ElementPicture[] {
  if (!(element instanceof HTMLImageElement)) return []
  const sets = LAZY_SETS.flatMap((name) => largestFirst(element.getAttribute(name) ?? ''))
  const single = LAZY.map((name) => element.getAttribute(name)).filter((value) => value !== null)
  const addresses = [...sets, ...single].map(absolute).filter((address) => /^https?:/.test(address))
  if (addresses.length === 0 || addresses.includes(element.currentSrc)) return []
  return [{ element, kind: 'image', addresses: [...new Set(addresses)], width: 0, height: 0 }]
}

/** Many pictures are links to their larger version. */
function withLinked(picture: ElementPicture): ElementPicture {
  const address = picture.element.closest('a')?.href ?? ''
  const isPicture = /\.(jpe?g|png|webp|avif)(\?.*)?$/i.test(address)
  if (picture.kind !== 'image' || !isPicture || picture.addresses.includes(address)) return picture
  return { ...picture, addresses: [address, ...picture.addresses] }
}

function placed(picture: ElementPicture): GalleryPicture {
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
