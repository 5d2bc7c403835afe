import { readListing } from '../listing/read-listing.ts'
import type { Listing } from '../model/listing.ts'

/** A script of its own, because it is three times as large as the one that finds pictures, and not needed for a search. */
export function installListingReader(): void {
  if (globalThis.findOn1688) globalThis.findOn1688.listing = listingOf
}

/** A page may have changed its document in any way: that is no failure of the search. */
function listingOf(pictureId: number | null | undefined): Listing | null {
  try {
    const element = globalThis.findOn1688?.elementOf(pictureId ?? -1)
    return readListing(document, new URL(location.href), element as Element | undefined)
  } catch {
    return null
  }
}
