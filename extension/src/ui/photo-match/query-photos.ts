import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { SentPicture } from '../../model/picture.ts'
import type { Search } from '../../model/search.ts'
import type { additionalSentItem } from '../../model/stored-items.ts'
import { useVerdict } from './use-verdicts.ts'

/** What was sent of the photos of a search, as `data:` addresses in their order; `undefined` for one that is not read. */
export type QueryPhotos = readonly (string | undefined)[]

type FurtherSent = (typeof additionalSentItem)['fallback']

/** @param sent of the first photo */
export function queryPhotosOf(
  search: Search | null | undefined,
  sent: SentPicture | undefined,
  further: FurtherSent | undefined,
): QueryPhotos {
  if (!search || !sent) return []
  const pictures = further?.searchId === search.id ? further.pictures : {}
  return [sent.dataUrl, ...(search.further ?? []).map(({ id }) => pictures[id]?.dataUrl)]
}

export const QueryPhotosContext = createContext<QueryPhotos>([])

/** The photo that an offer is to be looked at beside: the one that it is, or the first. */
export function useQueryPhoto(offerId: string): string | undefined {
  const photo = useVerdict(offerId)?.photo ?? 1
  return useContext(QueryPhotosContext)[photo - 1]
}
