import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { List, Search } from '../search/state.ts'
import { ask } from '../search/wish.ts'
import { texts } from '../text/index.ts'
import { useDesk } from './desk.tsx'
import { Enlarged } from './enlarged.tsx'
import { RetryButton } from './failure-view.tsx'
import { ListTop } from './list-top.tsx'
import { whole } from './numbers.ts'
import { OfferRow } from './offer-row.tsx'
import { DifferenceLine, PhotoPair } from './parts.ts'
import type { Shown } from './shown.ts'
import { useDifference } from './use-difference.ts'
import { useRowKeys } from './use-row-keys.ts'

/** When the offers were first drawn, for the benchmark. */
const SHOWN = 'offers shown'

interface Props {
  search: Search
  list: List
  shown: Shown
  /** The picture that was searched. */
  picture: string | undefined
}

export function OfferList({ search, list, shown, picture }: Props) {
  const { currentId, setCurrentId } = useDesk()
  const [enlargedId, setEnlargedId] = useState<string>()
  const [pairId, setPairId] = useState<string>()
  const rows = useRef<HTMLOListElement>(null)
  useLayoutEffect(() => {
    performance.mark(SHOWN)
  }, [])
  useRowKeys({ rows, priced: shown.rows, currentId, enlarge: (id) => setEnlargedId(id), pair: setPairId })
  const { difference, changeText } = useDifference(search, search.lists[search.mode] ?? list)
  const enlarged = shown.rows.find(({ offer }) => offer.offerId === enlargedId)
  // The other APIs have no page for each offer.
  const canAskSteps = list.provider === 'crossborder'
  return (
    <>
      <ListTop search={search} list={list} shown={shown} />
      {difference && <DifferenceLine difference={difference} />}
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
      {enlarged && <Enlarged offer={enlarged.offer} />}
      {pairId && (
        <PhotoPair
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
function End({ list }: { list: List }) {
  const t = texts()
  if (list.failure)
    return (
      <div class="end" role="alert">
        <span>{t.failures[list.failure.code].what}</span>
        <RetryButton failure={list.failure} primary={false} />
      </div>
    )
  if (!list.hasMore && list.state === 'done')
    return (
      <div class="end">
        <span>{t.allShown}</span>
      </div>
    )
  const loading = list.state === 'loading'
  return (
    <div class="end">
      {list.total !== null && <span>{t.shown(whole(list.offers.length), whole(list.total))}</span>}
      <button type="button" class="quiet more" disabled={loading} onClick={() => ask({ type: 'more' })}>
        {loading ? t.loadingMore : t.loadMore}
      </button>
    </div>
  )
}
