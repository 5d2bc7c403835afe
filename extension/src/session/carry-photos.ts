import type { Search } from '../model/search.ts'
import { markPhotosInterrupted } from './interrupted.ts'

/**
 * The photos of a search for one that takes its place, with what they have found, or to be searched anew. What was under
 * way has ended with the search before.
 */
export function carriedPhotos(before: Search, anew = false): Pick<Search, 'further'> {
  if (!before.further) return {}
  const further = structuredClone(before.further)
  markPhotosInterrupted(further)
  return { further: anew ? further.map((photo) => ({ ...photo, lists: {} })) : further }
}
