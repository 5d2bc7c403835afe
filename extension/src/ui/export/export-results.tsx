import { texts } from '../../i18n/index.ts'
import { fusedResultsOf, resultListOf } from '../../model/fused-list.ts'
import { sendToBackground } from '../../model/messages.ts'
import type { Search } from '../../model/search.ts'
import { MenuItem } from '../components/menu-item.tsx'
import { visibleOffersOf } from '../results/visible-offers.ts'
import { useApp } from '../state/app-context.tsx'
import { useExport } from './export-menu.tsx'

/** The ways out for everything the list shows, and the same search once more. */
export function ExportResults({ search }: { search: Search | null }) {
  const t = texts()
  const { preferences, money, assumptions, navigate } = useApp()
  const list = search ? resultListOf(search) : undefined
  const together = search ? fusedResultsOf(search) : undefined
  const shown =
    list &&
    visibleOffersOf(list, search?.details ?? {}, { preferences, money, assumptions, showAll: () => {} }).rows
  const out = useExport(
    (shown ?? []).map((row) => ({ row, foundBy: together?.foundBy.get(row.offer.offerId) })),
    search?.listing ?? null,
    together?.photos,
  )
  if (!list || list.offers.length === 0) return null
  const items = [
    ['again', t.searchAgain, () => sendToBackground({ type: 'refresh' })],
    ['region', t.openRegion, () => navigate('region')],
    ['photos', t.addPhotos, () => navigate('gallery')],
    ['photo-reuse', t.reuseTitle, () => navigate('photo-reuse')],
    ['evidence', t.saveEvidence, () => navigate('evidence')],
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
