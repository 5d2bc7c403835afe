import { useLayoutEffect } from 'preact/hooks'
import { ask } from '../search/messages.ts'
import type { List } from '../search/state.ts'
import { texts } from '../text/index.ts'
import { RetryButton } from './failure-view.tsx'
import { whole } from './numbers.ts'
import { OfferRow } from './offer-row.tsx'

/** When the offers were first drawn, for the benchmark. */
const SHOWN = 'offers shown'

export function OfferList({ list }: { list: List }) {
  useLayoutEffect(() => {
    performance.mark(SHOWN)
  }, [])
  return (
    <>
      <ol class="offers">
        {list.offers.map((offer) => (
          <OfferRow key={offer.offerId} offer={offer} />
        ))}
      </ol>
      <End list={list} />
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
