import { listOf, togetherOf } from '../gallery/list-of.ts'
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
  const { habits, money, assumptions, go } = useDesk()
  const list = search ? listOf(search) : undefined
  const together = search ? togetherOf(search) : undefined
  const shown =
    list && shownOf(list, search?.details ?? {}, { habits, money, assumptions, showAll: () => {} }).rows
  const out = useOut(
    (shown ?? []).map((row) => ({ row, foundBy: together?.foundBy.get(row.offer.offerId) })),
    search?.listing ?? null,
    together?.photos,
  )
  if (!list || list.offers.length === 0) return null
  const items = [
    ['again', t.searchAgain, () => ask({ type: 'again' })],
    ['subject', t.chooseSubject, () => go('subject')],
    ['photos', t.addPhotos, () => go('gallery')],
    ['reuse', t.reuse, () => go('reuse')],
    ['evidence', t.saveEvidence, () => go('evidence')],
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
