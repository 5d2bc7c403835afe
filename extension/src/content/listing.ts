import { readListing } from '../listing/read-listing.ts'
import type { Listing } from '../model/listing.ts'
import { known } from './find-under-pointer.ts'

/** Whatever a page does to its document, it is no failure of the search. */
export function listingOf(pictureId: number | null | undefined): Listing | null {
  try {
    return readListing(document, new URL(location.href), known[pictureId ?? -1]?.element)
  } catch {
    return null
  }
}
