import { followClicks, known, look } from './find-under-pointer.ts'
import { gallery } from './gallery.ts'
import { listingOf } from './listing.ts'
import { pickArea } from './pick-area.ts'
import { readElement } from './read-element.ts'
import { placeOf, placeOfFrame } from './visible-box.ts'

/** Once for each document, in a world of its own; further calls change nothing. */
export function installPageScript(): void {
  if (globalThis.findOn1688) return
  followClicks()
  globalThis.findOn1688 = {
    look,
    place: (id) => known[id] && placeOf(known[id].element),
    placeOfFrame,
    gallery,
    read: async (id) => known[id] && readElement(known[id].element, known[id].addresses),
    listing: listingOf,
    pickArea,
  }
}
