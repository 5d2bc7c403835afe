import type { Offer } from '@find-on-1688/shared'
import { useContext, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { SentPicture } from '../../model/picture.ts'
import type { ResultList, Search } from '../../model/search.ts'
import { useChanges } from '../changes/use-changes.ts'
import { lazy } from '../components/lazy.tsx'
import { OfferRow } from '../offer/offer-row.tsx'
import { useOfferActions } from '../offer/use-offer-actions.ts'
import { useRowShortcuts } from '../offer/use-row-shortcuts.ts'
import { VerdictsContext } from '../photo-match/photo-match-context.tsx'
import { useApp } from '../state/app-context.tsx'
import { ListSummary } from './list-summary.tsx'
import { useRowsInReach } from './use-rows-in-reach.ts'
import type { VisibleOffers } from './visible-offers.ts'

const ChangesLine = lazy(async () => (await import('../changes/changes-line.tsx')).ChangesLine)
const ComparePhotos = lazy(async () => (await import('../photo-match/compare-photos.tsx')).ComparePhotos)
const ListEnd = lazy(async () => (await import('./list-end.tsx')).ListEnd)
const EnlargedPhoto = lazy(async () => (await import('../offer/enlarged-photo.tsx')).EnlargedPhoto)

// At once: it stands below the first rows.
void ListEnd.preload()

const OfferTable = lazy(async () => (await import('./offer-table.tsx')).OfferTable)

/** Below it, a tab shows the rows of popup and panel. */
const TABLE_FITS = '(min-width: 900px)'

/** A mark for the benchmark. */
const SHOWN_MARK = 'offers shown'

interface Props {
  search: Search
  list: ResultList
  visible: VisibleOffers
  /** The picture that was searched. */
  sent: SentPicture | undefined
}

export function OfferList({ search, list, visible, sent }: Props) {
  const { currentId, setCurrentId, surface, route } = useApp()
  const isTable = useMatch(TABLE_FITS) && surface === 'tab' && route === 'results'
  const [enlargedId, setEnlargedId] = useState<string>()
  const [photoOfferId, setPhotoOfferId] = useState<string>()
  const rows = useRef<HTMLOListElement>(null)
  const tableBody = useRef<HTMLTableSectionElement>(null)
  useLayoutEffect(() => {
    performance.mark(SHOWN_MARK)
  }, [])
  useRowShortcuts({
    rows: isTable ? tableBody : rows,
    priced: visible.rows,
    currentId,
    enlarge: (id) => setEnlargedId(id),
    comparePhotos: setPhotoOfferId,
  })
  const { changes, changeText } = useChanges(search, search.lists[search.mode] ?? list)
  const enlarged = visible.rows.find(({ offer }) => offer.offerId === enlargedId)
  // The other APIs have no details of single offers.
  const canLoadTiers = list.provider === 'crossborder'
  const verdicts = useContext(VerdictsContext)
  const { isSaved, isCompared, save, compare } = useActions()
  const currentIndex = visible.rows.findIndex(({ offer }) => offer.offerId === currentId)
  const count = useRowsInReach(rows, visible.rows, currentIndex)
  return (
    <>
      <ListSummary search={search} list={list} visible={visible} sent={sent} />
      {changes && <ChangesLine changes={changes} />}
      {isTable ? (
        <OfferTable
          search={search}
          rows={visible.rows}
          body={tableBody}
          changeText={changeText}
          canLoadTiers={canLoadTiers}
          onEnlarge={setEnlargedId}
          onComparePhotos={setPhotoOfferId}
        />
      ) : (
        <ol class="offers" ref={rows}>
          {visible.rows.slice(0, count).map((priced) => (
            <OfferRow
              key={priced.offer.offerId}
              priced={priced}
              isCurrent={priced.offer.offerId === currentId}
              change={changeText?.(priced.offer.offerId)}
              verdict={verdicts[priced.offer.offerId]}
              isSaved={isSaved(priced.offer)}
              isCompared={isCompared(priced.offer)}
              canLoadTiers={canLoadTiers}
              onCurrent={setCurrentId}
              onEnlarge={setEnlargedId}
              onComparePhotos={setPhotoOfferId}
              onSave={save}
              onCompare={compare}
            />
          ))}
          {count < visible.rows.length && (
            <li
              class="rows-beyond"
              aria-hidden="true"
              style={{ height: `calc(${visible.rows.length - count} * var(--row))` }}
            />
          )}
        </ol>
      )}
      <ListEnd list={list} />
      {enlarged && <EnlargedPhoto offer={enlarged.offer} />}
      {photoOfferId && (
        <ComparePhotos
          offers={visible.rows.map(({ offer }) => offer)}
          offerId={photoOfferId}
          picture={sent?.dataUrl}
          onMove={setPhotoOfferId}
          onClose={() => setPhotoOfferId(undefined)}
        />
      )}
    </>
  )
}

/** The same functions in every render, so that rows need not be drawn again for them. */
function useActions() {
  const actions = useOfferActions()
  const latest = useRef(actions)
  latest.current = actions
  const [stable] = useState(() => ({
    save: (offer: Offer) => latest.current.save(offer),
    compare: (offer: Offer) => latest.current.compare(offer),
  }))
  return { ...actions, ...stable }
}

function useMatch(query: string): boolean {
  const [matches, setMatches] = useState(() => matchMedia(query).matches)
  useEffect(() => {
    const list = matchMedia(query)
    const onChange = () => setMatches(list.matches)
    list.addEventListener('change', onChange)
    return () => list.removeEventListener('change', onChange)
  }, [])
  return matches
}
