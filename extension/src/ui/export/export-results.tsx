import { texts } from '../../i18n/index.ts'
import { listOf, togetherOf } from '../../model/fused-list.ts'
import { ask } from '../../model/messages.ts'
import type { Search } from '../../model/search.ts'
import { MenuItem } from '../components/menu-item.tsx'
import { shownOf } from '../results/visible-offers.ts'
import { useDesk } from '../state/app-context.tsx'
import { useOut } from './export-menu.tsx'

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
