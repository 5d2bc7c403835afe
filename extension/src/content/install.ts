import { readListing } from '../listing/read-listing.ts'
import type { Listing } from '../model/listing.ts'
import { findUnderPointer, followClicks, known } from './find-under-pointer.ts'
import { gallery } from './gallery.ts'
import { pickArea } from './pick-area.ts'
import { readElement } from './read-element.ts'
import { visibleBoxOf, visibleBoxOfFrame } from './visible-box.ts'

/** Once for each document, in a world of its own; further calls change nothing. */
export function installPageScript(): void {
  if (globalThis.findOn1688) return
  followClicks()
  globalThis.findOn1688 = {
    findPictures: findUnderPointer,
    visibleBox: (id) => known[id] && visibleBoxOf(known[id].element),
    visibleBoxOfFrame,
    gallery,
    read: async (id) => known[id] && readElement(known[id].element, known[id].addresses),
    listing: listingOf,
    pickArea,
  }
}

/** A page may have changed its document in any way: that is no failure of the search. */
function listingOf(pictureId: number | null | undefined): Listing | null {
  try {
    return readListing(document, new URL(location.href), known[pictureId ?? -1]?.element)
  } catch {
    return null
  }
}
