import type { Search } from '../search/state.ts'
import { ask } from '../search/wish.ts'
import { texts } from '../text/index.ts'
import { useDesk } from './desk.tsx'
import { MenuItem } from './menu-item.tsx'
import { useOut } from './out-menu.tsx'
import { shownOf } from './shown.ts'

/** The ways out for everything the list shows, and the same search once more. */
export function ResultsOut({ search }: { search: Search | null }) {
  const t = texts()
  const { habits, money, assumptions } = useDesk()
  const list = search?.lists[search.mode]
  const shown =
    list && shownOf(list, search.details ?? {}, { habits, money, assumptions, showAll: () => {} }).rows
  const out = useOut(
    (shown ?? []).map((row) => ({ row })),
    search?.listing ?? null,
  )
  if (!list || list.offers.length === 0) return null
  const items = [
    ['again', t.searchAgain, () => ask({ type: 'again' })],
    ['xlsx', t.saveXlsx, out.xlsx],
    ['csv', t.saveCsv, out.csv],
    ['text', t.copyText, out.text],
  ] as const
  return (
    <>
      {items.map(([name, label, run]) => (
        <MenuItem key={name} name={name} label={label} onChoose={run} />
      ))}
    </>
  )
}
