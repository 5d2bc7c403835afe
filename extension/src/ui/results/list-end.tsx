import { texts } from '../../i18n/index.ts'
import { sendToBackground } from '../../model/messages.ts'
import type { ResultList } from '../../model/search.ts'
import { RetryButton } from '../components/error-view.tsx'
import { whole } from '../format/text.ts'

/** "Load more", or why there is no more. Always the same height. */
export function ListEnd({ list }: { list: ResultList }) {
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
