import { texts } from '../../i18n/index.ts'
import { fusedResultsOf, resultListOf } from '../../model/fused-list.ts'
import { sendToBackground } from '../../model/messages.ts'
import type { Search } from '../../model/search.ts'
import { MenuItem } from '../components/menu-item.tsx'
import { visibleOffersOf } from '../results/visible-offers.ts'
import { useApp } from '../state/app-context.tsx'
import { useExport } from './export-menu.tsx'

/** Menu items for the current results: search again, other views, and exports of the visible offers. */
export function ExportResults({ search }: { search: Search | null }) {
  const t = texts()
  const { preferences, money, assumptions, navigate } = useApp()
  const list = search ? resultListOf(search) : undefined
  const fused = search ? fusedResultsOf(search) : undefined
  const rows =
    list &&
    visibleOffersOf(list, search?.details ?? {}, { preferences, money, assumptions, showAll: () => {} }).rows
  const exports = useExport(
    (rows ?? []).map((row) => ({ row, foundBy: fused?.foundBy.get(row.offer.offerId) })),
    search,
    fused?.photos,
  )
  if (!list || list.offers.length === 0) return null
  const items = [
    ['again', t.searchAgain, () => sendToBackground({ type: 'refresh' })],
    ['region', t.openRegion, () => navigate('region')],
    ['photos', t.addPhotos, () => navigate('gallery')],
    ['photo-reuse', t.reuseTitle, () => navigate('photo-reuse')],
    ['evidence', t.saveEvidence, () => navigate('evidence')],
    ...exports.files,
    ['text', t.copyText, exports.text],
  ] as const
  return (
    <>
      {items.map(([name, label, run]) => (
        <MenuItem key={name} name={name} label={label} onChoose={run} />
      ))}
    </>
  )
}
