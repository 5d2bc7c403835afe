import { useEffect } from 'preact/hooks'
import type { NoMatch } from '../photo/no-match.ts'
import type { Picture, Search } from '../search/state.ts'
import { texts } from '../text/index.ts'
import { useDesk } from './desk.tsx'
import { Moves } from './moves.tsx'

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
