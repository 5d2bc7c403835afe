import { largerVersions } from '../image-url/larger-versions.ts'
import { cardPicture } from './card-pictures.ts'
import { followClicks } from './click-target.ts'
import { findUnderPointer, foundPictures } from './find-under-pointer.ts'
import { visibleBoxOfFrame } from './frames.ts'
import { gallery } from './gallery.ts'
import { pickArea } from './pick-area.ts'
import { readElement } from './read-element.ts'
import { conceal, reveal } from './reveal.ts'
import { visibleBoxOf } from './visible-box.ts'

/** Once for each document, in an isolated world; later calls change nothing. */
export function installPageScript(): void {
  if (globalThis.findOn1688) return
  followClicks()
  globalThis.findOn1688 = {
    findPictures: findUnderPointer,
    reveal: async (id) => foundPictures[id] && reveal(foundPictures[id]),
    conceal,
    visibleBox: (id) => foundPictures[id] && visibleBoxOf(foundPictures[id].element, foundPictures[id]),
    visibleBoxOfFrame,
    gallery,
    largerVersions,
    read: async (id, address) => foundPictures[id] && readElement(foundPictures[id].element, address),
    cardPicture,
    elementOf: (id) => foundPictures[id]?.element,
    pickArea,
  }
}
