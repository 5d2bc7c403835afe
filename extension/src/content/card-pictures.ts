import { largerVersions } from '../image-url/larger-versions.ts'
import type { PagePicture } from '../model/page-picture.ts'
import { foundPictures } from './find-under-pointer.ts'
import { awaitedPictures } from './gallery.ts'
import { type ElementPicture, picturesOf } from './pictures.ts'

/** Longer ones, `data:` ones, are not stored: the page reads those pictures itself. */
const MAX_ADDRESS_LENGTH = 100_000

/** The first picture that the elements show, and where its bytes may be; without any, the one at an address. */
export function cardPicture(elements: object[], address?: string): PagePicture | null {
  for (const element of elements as Element[]) {
    const [picture] = [...awaitedPictures(element), ...picturesOf(element)]
    if (picture) return registered(picture)
  }
  if (!address) return null
  const { documentElement: element } = document
  return registered({ element, kind: 'image', addresses: [address], width: 0, height: 0 })
}

function registered(picture: ElementPicture): PagePicture {
  const { element: _, styled: __, ...found } = picture
  const addresses = found.addresses.filter(({ length }) => length <= MAX_ADDRESS_LENGTH)
  return { ...found, addresses, larger: largerVersions(addresses), id: foundPictures.push(picture) - 1 }
}
