import { useEffect } from 'preact/hooks'
import { joinSentences, texts } from '../../i18n/index.ts'
import { sendToBackground } from '../../model/messages.ts'
import type { Filters } from '../../model/preferences.ts'
import type { Refinement, Search } from '../../model/search.ts'
import { appliedOf, isRefined, NOT_APPLIED, refinementText } from '../format/refinement-text.ts'
import { useApp } from '../state/app-context.tsx'
import type { VisibleOffers } from './visible-offers.ts'

/** What of the filters 1688 itself can search for; `undefined` if nothing. */
function refinementOf({ words, services = [] }: Filters): Refinement | undefined {
  const keyword = words?.trim()
  if (!keyword && services.length === 0) return undefined
  return { ...(keyword && { keyword }), ...(services.length > 0 && { filter: services }) }
}

/**
 * Has 1688 search for what the loaded offers are filtered by, on top of what it searched for already. What it has searched
 * for is then no filter any more: a title need not contain the keyword that it was found by.
 */
export function searchWithFilters(
  search: Search,
  filters: Filters,
  setFilters: (change: { words: undefined; services: undefined }) => void,
): void {
  const asked = refinementOf(filters)
  if (!asked) return
  const { refinement = {} } = search
  const filter = [...new Set([...(refinement.filter ?? []), ...(asked.filter ?? [])])]
  sendToBackground({
    type: 'refine',
    refinement: { ...refinement, ...asked, ...(filter.length > 0 && { filter }) },
  })
  setFilters({ words: undefined, services: undefined })
}

/** What is filtered among the loaded offers only, and a button to have 1688 search for it, which costs a search. */
export function FilteredNote({
  search,
  visible: { hidden, unstated, showAll },
}: {
  search: Search
  visible: Pick<VisibleOffers, 'hidden' | 'unstated' | 'showAll'>
}) {
  const t = texts()
  const { preferences, setPreferences } = useApp()
  const { filters } = preferences
  const asked = refinementOf(filters)
  return (
    <>
      <p>
        {t.hiddenByFilters(hidden)}
        {unstated > 0 && ` ${t.serviceUnstated(unstated)}`}
      </p>
      <button type="button" class="link show-all" onClick={showAll}>
        {t.showAll}
      </button>
      {asked && (
        <button
          type="button"
          class="link search-platform"
          onClick={() =>
            searchWithFilters(search, filters, () => {
              const { words: _, services: __, ...rest } = filters
              setPreferences({ filters: rest })
            })
          }
        >
          {t.searchPlatformFor(refinementText(asked))}
        </button>
      )}
    </>
  )
}

/** What 1688 has searched for, what it could not, and a way back. */
export function RefinedNote({ refinement, notes }: { refinement: Refinement; notes: readonly string[] }) {
  const t = texts()
  const { announce } = useApp()
  const applied = appliedOf(refinement, notes)
  const text = joinSentences(
    isRefined(applied) && t.platformSearchedFor(refinementText(applied)),
    ...notes.filter((note) => NOT_APPLIED.test(note)).map(t.workerNote),
  )
  useEffect(() => announce(text), [text])
  return (
    <>
      <p>{text}</p>
      <WithoutRefinement variant="link" />
    </>
  )
}

export function WithoutRefinement({ variant }: { variant: 'link' | 'primary' }) {
  return (
    <button
      type="button"
      class={`${variant} search-without`}
      onClick={() => sendToBackground({ type: 'refine', refinement: {} })}
    >
      {texts().searchWithout}
    </button>
  )
}
