import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { texts } from '../../i18n/index.ts'
import { sendToBackground } from '../../model/messages.ts'
import type { ResultList, Search } from '../../model/search.ts'
import { useChanges } from '../changes/use-changes.ts'
import { lazy } from '../components/lazy.tsx'
import { whole } from '../format/text.ts'
import { OfferRow } from '../offer/offer-row.tsx'
import { useRowShortcuts } from '../offer/use-row-shortcuts.ts'
import { useApp } from '../state/app-context.tsx'
import { ListSummary } from './list-summary.tsx'
import type { VisibleOffers } from './visible-offers.ts'

const ChangesLine = lazy(async () => (await import('../changes/changes-line.tsx')).ChangesLine)
const ComparePhotos = lazy(async () => (await import('../photo-match/compare-photos.tsx')).ComparePhotos)
const RetryButton = lazy(async () => (await import('../components/error-view.tsx')).RetryButton)
const EnlargedPhoto = lazy(async () => (await import('../offer/enlarged-photo.tsx')).EnlargedPhoto)

/** A mark for the benchmark. */
const SHOWN_MARK = 'offers shown'

interface Props {
  search: Search
  list: ResultList
  visible: VisibleOffers
  /** The picture that was searched. */
  picture: string | undefined
}

export function OfferList({ search, list, visible, picture }: Props) {
  const { currentId, setCurrentId } = useApp()
  const [enlargedId, setEnlargedId] = useState<string>()
  const [photoOfferId, setPhotoOfferId] = useState<string>()
  const rows = useRef<HTMLOListElement>(null)
  useLayoutEffect(() => {
    performance.mark(SHOWN_MARK)
  }, [])
  useRowShortcuts({
    rows,
    priced: visible.rows,
    currentId,
    enlarge: (id) => setEnlargedId(id),
    comparePhotos: setPhotoOfferId,
  })
  const { changes, changeText } = useChanges(search, search.lists[search.mode] ?? list)
  const enlarged = visible.rows.find(({ offer }) => offer.offerId === enlargedId)
  // The other APIs have no details of single offers.
  const canLoadTiers = list.provider === 'crossborder'
  return (
    <>
      <ListSummary search={search} list={list} visible={visible} />
      {changes && <ChangesLine changes={changes} />}
      <ol class="offers" ref={rows}>
        {visible.rows.map((priced) => (
          <OfferRow
            key={priced.offer.offerId}
            priced={priced}
            isCurrent={priced.offer.offerId === currentId}
            change={changeText?.(priced.offer.offerId)}
            canLoadTiers={canLoadTiers}
            onCurrent={setCurrentId}
            onEnlarge={setEnlargedId}
            onComparePhotos={setPhotoOfferId}
          />
        ))}
      </ol>
      <ListEnd list={list} />
      {enlarged && <EnlargedPhoto offer={enlarged.offer} />}
      {photoOfferId && (
        <ComparePhotos
          offers={visible.rows.map(({ offer }) => offer)}
          offerId={photoOfferId}
          picture={picture}
          onMove={setPhotoOfferId}
          onClose={() => setPhotoOfferId(undefined)}
        />
      )}
    </>
  )
}

/** "Load more", or why there is no more. Always the same height. */
function ListEnd({ list }: { list: ResultList }) {
  const t = texts()
  if (list.failure)
    return (
      <div class="list-end" role="alert">
        <span>{t.failures[list.failure.code].title}</span>
        <RetryButton failure={list.failure} primary={false} />
      </div>
    )
  if (!list.hasMore && list.state === 'done')
    return (
      <div class="list-end">
        <span>{t.endOfResults}</span>
      </div>
    )
  const isLoading = list.state === 'loading'
  return (
    <div class="list-end">
      {list.total !== null && <span>{t.shownOfTotal(whole(list.offers.length), whole(list.total))}</span>}
      <button
        type="button"
        class="secondary load-more"
        disabled={isLoading}
        onClick={() => sendToBackground({ type: 'more' })}
      >
        {isLoading ? t.loadingMore : t.loadMore}
      </button>
    </div>
  )
}
