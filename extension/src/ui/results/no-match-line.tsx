import { useEffect } from 'preact/hooks'
import { texts } from '../../i18n/index.ts'
import type { Picture, Search } from '../../model/search.ts'
import { useDesk } from '../state/app-context.tsx'
import type { NoMatch } from './no-match.ts'
import { Moves } from './suggestion-list.tsx'

/** Said under the list, where its coming moves no row: that none of the offers shows the photo, and what may help. */
export function NoMatchLine({ search, sent, found }: { search: Search; sent: Picture; found: NoMatch }) {
  const t = texts()
  const { announce } = useDesk()
  const words = t.noReliable(found.compared, found.offers)
  useEffect(() => announce(`${words} ${t.maybeSimilar}`), [words])
  return (
    <section class="no-match" aria-label={t.noMatch}>
      <p>
        <b>{words}</b> {t.maybeSimilar}
      </p>
      <div class="buttons">
        <Moves search={search} sent={sent} />
      </div>
    </section>
  )
}
