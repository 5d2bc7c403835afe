import { allElements, parentOf } from '../dom/elements.ts'
import { largerVersions } from '../image-url/larger-versions.ts'
import { shareOriginal } from '../image-url/original.ts'
import type { PagePicture } from '../model/page-picture.ts'
import { foundPictures } from './find-under-pointer.ts'
import { heldBy, ordered } from './held-addresses.ts'
import { awaitedBy, type ElementPicture, picturesOf } from './pictures.ts'
import { type PlacedPicture, productPhotosOf } from './product-photos.ts'
import { isStandIn } from './stand-in.ts'

/** Smaller elements show nothing worth a search, unless they are images themselves. */
const MIN_SIDE = 40
type GalleryPicture = ElementPicture & PlacedPicture

/**
 * The page's other pictures of the product in a picture, likeliest first, at most 24; `null` if this is no longer the
 * page of that picture.
 *
 * @param id if the picture was found by this script
 * @param addresses of the picture, the shown one last
 * @param taken addresses of pictures that are searched already
 */
export function gallery(id: number | null, addresses: string[], taken: string[]): PagePicture[] | null {
  const pictures = allElements().flatMap((element) =>
    mayShowPicture(element)
      ? [...awaitedPictures(element), ...picturesOf(element).filter(({ pending }) => !pending)].map(placed)
      : [],
  )
  const before = id === null ? undefined : foundPictures[id]
  const isSearched = ({ element, addresses: own }: GalleryPicture) =>
    addresses.length > 0 ? shareOriginal(own, addresses) : element === before?.element
  const isSamePage = before?.element.isConnected || pictures.some(isSearched)
  if (id !== null && !isSamePage) return null
  const photos = productPhotosOf(pictures, isSearched)
  return photos
    .filter((each) => !shareOriginal(taken, each.addresses))
    .map(({ within: _, names: __, ...picture }) => {
      const { element: ___, ...found } = picture
      return { ...found, larger: largerVersions(found.addresses), id: foundPictures.push(picture) - 1 }
    })
}

function mayShowPicture(element: Element): boolean {
  if (element.closest('footer')) return false
  if (element instanceof HTMLImageElement) return true
  const { width, height } = element.getBoundingClientRect()
  return Math.min(width, height) >= MIN_SIDE
}

/** Not loaded yet, like most slides of a carousel. */
export function awaitedPictures(element: Element): ElementPicture[] {
  if (!(element instanceof HTMLImageElement)) return []
  const held = heldBy(element)
  const addresses = isStandIn(element, held) ? ordered(awaitedBy(element, held)) : []
  if (addresses.length === 0) return []
  return [{ element, kind: 'image', addresses, width: 0, height: 0, pending: true }]
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
