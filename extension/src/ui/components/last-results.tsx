import { latestSearch, latestSearchOf } from '../../db/latest-search.ts'
import { texts } from '../../i18n/index.ts'
import { sendToBackground } from '../../model/messages.ts'
import type { SentPicture } from '../../model/picture.ts'
import type { Search } from '../../model/search.ts'
import { ago, titleOf } from '../format/text.ts'
import { useDatabase } from '../state/use-stored.ts'

/** Saved results to go on with while no new search works: of this picture or product, or else the latest. */
export function LastResults({ search, sent }: { search: Search; sent: SentPicture | undefined }) {
  const t = texts()
  const { value } = useDatabase('searches', () => lastResults(search, sent), [search.id, sent?.dataUrl])
  if (!value) return null
  const { summary, isSameProduct } = value
  const { id, at, thumb, title, first, total } = summary
  if (!first) return null
  const label = isSameProduct ? t.lastResultsOfThis : t.lastResults
  return (
    <section class="last-results" aria-label={label}>
      <img src={thumb} alt="" />
      <div>
        <h2>{label}</h2>
        {!isSameProduct && <p class="name">{title ?? titleOf(first)}</p>}
        <p>{[ago(at), total !== null && t.offerCount(total)].filter(Boolean).join(' · ')}</p>
      </div>
      <button
        type="button"
        class="secondary open-last"
        onClick={() => sendToBackground({ type: 'reopen', id })}
      >
        {t.openLastResults}
      </button>
    </section>
  )
}

/** A private window says nothing of what was searched outside it. */
async function lastResults(search: Search, sent: SentPicture | undefined) {
  if (search.source.incognito) return undefined
  const ofThis = await latestSearchOf(search, sent)
  if (ofThis?.first) return { summary: ofThis, isSameProduct: true }
  const summary = await latestSearch()
  return summary && { summary, isSameProduct: false }
}
