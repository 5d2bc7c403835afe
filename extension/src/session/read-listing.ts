import { callPageScript } from '../image/call-page-script.ts'
import type { Listing } from '../model/listing.ts'
import type { Source } from '../model/picture.ts'

/** What the page says of the product in a picture of it; `null` where it says nothing or lets nobody in. */
export async function readListing({ tabId, frameId, pictureId }: Source): Promise<Listing | null> {
  // Pictures are named within their own frame, and the product is the page's.
  const picture = frameId === 0 ? (pictureId ?? null) : null
  return (await callPageScript({ tabId, frameId: 0 }, 'listing', picture).catch(() => null)) ?? null
}
