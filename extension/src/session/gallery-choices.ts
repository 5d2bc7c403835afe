import { callPageScript } from '../image/call-page-script.ts'
import { shareOriginal } from '../image-url/original.ts'
import type { Candidate } from '../model/picture.ts'
import type { Search } from '../model/search.ts'
import { addThumbnails } from './add-thumbnails.ts'
import { candidateOf } from './find-pictures.ts'

/** Longer ones, as `data:` has them, are left to the page to read. */
const LONGEST_ADDRESS = 100_000

/** The page's pictures beside the ones that are searched, likeliest first; `undefined` where it cannot be looked at. */
export async function galleryChoices(
  signal: AbortSignal,
  { source, further = [] }: Search,
): Promise<Candidate[] | undefined> {
  const { tabId, windowId, frameId, incognito, pictureId = null, addresses } = source
  if (tabId < 0) return undefined
  const found = await callPageScript({ tabId, frameId }, 'gallery', pictureId, addresses).catch(
    () => undefined,
  )
  if (!found) return undefined
  const taken = further.flatMap((photo) => photo.source.addresses)
  const place = { tabId, windowId, frameId, incognito }
  const choices = found
    .filter((each) => !shareOriginal(taken, each.addresses))
    .map((each) => candidateOf({ ...each, addresses: each.addresses.filter(isKept) }, place))
  return addThumbnails(signal, choices)
}

function isKept({ length }: string): boolean {
  return length <= LONGEST_ADDRESS
}
