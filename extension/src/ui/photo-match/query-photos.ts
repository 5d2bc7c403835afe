import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { furtherSentItem } from '../../model/further-photo.ts'
import type { Picture, Search } from '../../model/search.ts'
import { useVerdict } from './use-verdicts.ts'

/** What was sent of the photos of a search, as `data:` addresses in their order; `undefined` for one that is not read. */
export type Pictures = readonly (string | undefined)[]

type FurtherSent = (typeof furtherSentItem)['fallback']

/** @param sent of the first photo */
export function picturesOf(
  search: Search | null | undefined,
  sent: Picture | undefined,
  further: FurtherSent | undefined,
): Pictures {
  if (!search || !sent) return []
  const pictures = further?.searchId === search.id ? further.pictures : {}
  return [sent.dataUrl, ...(search.further ?? []).map(({ id }) => pictures[id]?.dataUrl)]
}

export const PicturesContext = createContext<Pictures>([])

/** The photo that an offer is to be looked at beside: the one that it is, or the first. */
export function usePictureFor(offerId: string): string | undefined {
  const photo = useVerdict(offerId)?.photo ?? 1
  return useContext(PicturesContext)[photo - 1]
}
