import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { texts } from '../../i18n/index.ts'
import { sendToBackground } from '../../model/messages.ts'
import type { ResultList, Search } from '../../model/search.ts'
import { useChanges } from '../changes/use-changes.ts'
import { RetryButton } from '../components/error-view.tsx'
import { lazy } from '../components/lazy.tsx'
import { whole } from '../format/text.ts'
import { EnlargedPhoto } from '../offer/enlarged-photo.tsx'
import { OfferRow } from '../offer/offer-row.tsx'
import { useRowShortcuts } from '../offer/use-row-shortcuts.ts'
import { useApp } from '../state/app-context.tsx'
import { ListSummary } from './list-summary.tsx'
import type { VisibleOffers } from './visible-offers.ts'

const ChangesLine = lazy(async () => (await import('../changes/changes-line.tsx')).ChangesLine)
const ComparePhotos = lazy(async () => (await import('../photo-match/compare-photos.tsx')).ComparePhotos)

/** When the offers were first drawn, for the benchmark. */
const SHOWN = 'offers shown'

interface Props {
  search: Search
  list: ResultList
  shown: VisibleOffers
  /** The picture that was searched. */
  picture: string | undefined
}

export function OfferList({ search, list, shown, picture }: Props) {
  const { currentId, setCurrentId } = useApp()
  const [enlargedId, setEnlargedId] = useState<string>()
  const [pairId, setPairId] = useState<string>()
  const rows = useRef<HTMLOListElement>(null)
  useLayoutEffect(() => {
    performance.mark(SHOWN)
  }, [])
  useRowShortcuts({
    rows,
    priced: shown.rows,
    currentId,
    enlarge: (id) => setEnlargedId(id),
    pair: setPairId,
  })
  const { difference, changeText } = useChanges(search, search.lists[search.mode] ?? list)
  const enlarged = shown.rows.find(({ offer }) => offer.offerId === enlargedId)
  // The other APIs have no page for each offer.
  const canAskSteps = list.provider === 'crossborder'
  return (
    <>
      <ListSummary search={search} list={list} shown={shown} />
      {difference && <ChangesLine difference={difference} />}
      <ol class="offers" ref={rows}>
        {shown.rows.map((priced) => (
          <OfferRow
            key={priced.offer.offerId}
            priced={priced}
            current={priced.offer.offerId === currentId}
            change={changeText?.(priced.offer.offerId)}
            canAskSteps={canAskSteps}
            onCurrent={setCurrentId}
            onEnlarge={setEnlargedId}
            onPair={setPairId}
          />
        ))}
      </ol>
      <End list={list} />
      {enlarged && <EnlargedPhoto offer={enlarged.offer} />}
      {pairId && (
        <ComparePhotos
          offers={shown.rows.map(({ offer }) => offer)}
          offerId={pairId}
          picture={picture}
          onMove={setPairId}
          onClose={() => setPairId(undefined)}
        />
      )}
    </>
  )
}

/** The way on. Its height stays the same, whatever it says. */
function End({ list }: { list: ResultList }) {
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
  const loading = list.state === 'loading'
  return (
    <div class="list-end">
      {list.total !== null && <span>{t.shownOfTotal(whole(list.offers.length), whole(list.total))}</span>}
      <button
        type="button"
        class="secondary load-more"
        disabled={loading}
        onClick={() => sendToBackground({ type: 'more' })}
      >
        {loading ? t.loadingMore : t.loadMore}
      </button>
    </div>
  )
}
