import type { Offer } from '@find-on-1688/shared'
import { type ComponentChildren, createContext } from 'preact'
import { useContext, useEffect, useState } from 'preact/hooks'
import { browser } from 'wxt/browser'
import type { SentPicture } from '../../model/picture.ts'
import type { Search } from '../../model/search.ts'
import type { additionalSentItem } from '../../model/stored-items.ts'
import { type PhotoHost, photoHostOf } from '../../photo-match/photo-host.ts'
import type { OfferPhotoVerdict } from '../../photo-match/verdicts.ts'
import { lazy } from '../components/lazy.tsx'
import { type QueryPhotos, useUnchanged, useVerdicts, type Verdicts } from './use-verdicts.ts'

const MatchVariants = lazy(async () => (await import('./match-variants.tsx')).MatchVariants)
const SaveVerdicts = lazy(async () => (await import('./save-verdicts.tsx')).SaveVerdicts)

/** All photos that were searched, in their order. */
export const QueryPhotosContext = createContext<QueryPhotos>([])

export const VerdictsContext = createContext<Verdicts>({})

/** Compares the offers' photos with those that were searched, for every view inside it. */
export function PhotoMatchProvider(props: {
  search: Search | null
  photos: QueryPhotos
  offers: readonly Offer[]
  children: ComponentChildren
}) {
  const { search, offers, children } = props
  const queries = useUnchanged(props.photos)
  const verdicts = useVerdicts(queries, offers)
  return (
    <QueryPhotosContext.Provider value={queries}>
      <VerdictsContext.Provider value={verdicts}>{children}</VerdictsContext.Provider>
      {search?.details && <MatchVariants search={search} queries={queries} />}
      {search?.isKept && <SaveVerdicts search={search} offers={offers} verdicts={verdicts} />}
    </QueryPhotosContext.Provider>
  )
}

/** @param sent for the first photo */
export function queryPhotosOf(
  search: Search | null,
  sent: SentPicture | undefined,
  additionalSent: (typeof additionalSentItem)['fallback'] | undefined,
): QueryPhotos {
  if (!search || !sent) return []
  const pictures = additionalSent?.searchId === search.id ? additionalSent.pictures : {}
  return [sent.dataUrl, ...(search.further ?? []).map(({ id }) => pictures[id]?.dataUrl)]
}

export function useVerdict(offerId: string): OfferPhotoVerdict | undefined {
  return useContext(VerdictsContext)[offerId]
}

/** The photo to show beside an offer's: the one that it matches, or the first. */
export function useQueryPhoto(offerId: string): string | undefined {
  const photo = useVerdict(offerId)?.photo ?? 1
  return useContext(QueryPhotosContext)[photo - 1]
}

/** The host whose permission is missing to compare the offers' photos; `undefined` if that would not help. */
export function usePhotoHost(offers: readonly Offer[]): PhotoHost | undefined {
  const verdicts = useContext(VerdictsContext)
  const host = photoHostOf(offers.filter(({ offerId }) => verdicts[offerId]?.why === 'unreachable'))
  const [isMissing, setMissing] = useState(false)
  useEffect(() => {
    if (host) browser.permissions.contains({ origins: [host.pattern] }).then((has) => setMissing(!has))
  }, [host?.pattern, verdicts])
  return isMissing ? host : undefined
}
