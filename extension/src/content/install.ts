import { readListing } from '../listing/read-listing.ts'
import type { Listing } from '../model/listing.ts'
import { findUnderPointer, followClicks, foundPictures } from './find-under-pointer.ts'
import { gallery } from './gallery.ts'
import { pickArea } from './pick-area.ts'
import { readElement } from './read-element.ts'
import { visibleBoxOf, visibleBoxOfFrame } from './visible-box.ts'

/** Once for each document, in an isolated world; later calls change nothing. */
export function installPageScript(): void {
  if (globalThis.findOn1688) return
  followClicks()
  globalThis.findOn1688 = {
    findPictures: findUnderPointer,
    visibleBox: (id) => foundPictures[id] && visibleBoxOf(foundPictures[id].element),
    visibleBoxOfFrame,
    gallery,
    read: async (id) =>
      foundPictures[id] && readElement(foundPictures[id].element, foundPictures[id].addresses),
    listing: listingOf,
    pickArea,
  }
}

/** A page may have changed its document in any way: that is no failure of the search. */
function listingOf(pictureId: number | null | undefined): Listing | null {
  try {
    return readListing(document, new URL(location.href), foundPictures[pictureId ?? -1]?.element)
  } catch {
    return null
  }
}
