import type { SentPicture } from '../model/picture.ts'
import type { Search } from '../model/search.ts'

/** Whether the API that answered can search a region of a picture; for others the region becomes a picture of its own. */
export function supportsRegions({ lists }: Search): boolean {
  return Object.values(lists).some(({ provider }) => provider === 'crossborder')
}

/** The picture to choose a region of: the sent one, or what that was cut out of. */
export function wholePicture({
  searchId: _,
  cut,
  ...picture
}: SentPicture & { searchId?: string }): SentPicture {
  return cut?.from ?? picture
}

/** The region that was searched, as in a query, in pixels of `wholePicture`; `undefined` for all of it. */
export function regionOf({ region }: Search, sent: SentPicture): string | undefined {
  return sent.cut?.region ?? region
}
