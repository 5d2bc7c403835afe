import { useEffect } from 'preact/hooks'
import { texts } from '../../i18n/index.ts'
import type { SentPicture } from '../../model/picture.ts'
import type { Search } from '../../model/search.ts'
import { useApp } from '../state/app-context.tsx'
import type { NoMatch } from './no-match.ts'
import { SuggestionList } from './suggestion-list.tsx'

/** Said under the list, where its coming moves no row: that none of the offers shows the photo, and what may help. */
export function NoMatchLine({ search, sent, found }: { search: Search; sent: SentPicture; found: NoMatch }) {
  const t = texts()
  const { announce } = useApp()
  const words = t.noReliableMatch(found.compared, found.offers)
  useEffect(() => announce(`${words} ${t.maybeSimilar}`), [words])
  return (
    <section class="no-match" aria-label={t.noMatch}>
      <p>
        <b>{words}</b> {t.maybeSimilar}
      </p>
      <div class="buttons">
        <SuggestionList search={search} sent={sent} />
      </div>
    </section>
  )
}
