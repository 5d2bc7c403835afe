import { findUnderPointer, followClicks, known } from './find-under-pointer.ts'
import { gallery } from './gallery.ts'
import { listingOf } from './listing.ts'
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
