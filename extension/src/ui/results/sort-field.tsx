import { texts } from '../../i18n/index.ts'
import { COMMON_SORTS, type Sort } from '../../model/preferences.ts'
import { useApp } from '../state/app-context.tsx'

/** How the loaded offers are sorted. Where the toolbar is narrow it is among the filters. */
export function SortField() {
  const t = texts()
  const { preferences, setPreferences } = useApp()
  const { sort, sortReversed } = preferences
  // The table of the tab has more of them.
  const sorts = COMMON_SORTS.some((each) => each === sort) ? COMMON_SORTS : [...COMMON_SORTS, sort]
  return (
    <select
      class={sort === 'relevance' ? 'chip sort' : 'chip sort active'}
      aria-label={t.sortBy}
      value={sort}
      onChange={({ currentTarget }) =>
        setPreferences({ sort: currentTarget.value as Sort, sortReversed: false })
      }
    >
      {sorts.map((each) => (
        <option key={each} value={each}>
          {each === sort && sortReversed ? t.sortReversed(t.sortOptions[each]) : t.sortOptions[each]}
        </option>
      ))}
    </select>
  )
}
