import { PHOTO_METHOD } from '@find-on-1688/shared'
import { useContext, useId } from 'preact/hooks'
import { dateAndTime } from '../../export/file-name.ts'
import { LABELS } from '../../export/labels.ts'
import { toPhotoMapTable } from '../../export/photo-map.ts'
import { isChinese, texts } from '../../i18n/index.ts'
import type { Search } from '../../model/search.ts'
import { MenuItem } from '../components/menu-item.tsx'
import { exportLabel } from '../export/export-menu.tsx'
import { TABLE_FILES, useTableFiles } from '../export/use-table-files.ts'
import { useOfferActions } from '../offer/use-offer-actions.ts'
import { VerdictsContext } from '../photo-match/photo-match-context.tsx'
import { useApp } from '../state/app-context.tsx'
import { photoMapRows } from './photo-map-rows.ts'
import { countsText, type PhotoGroup, reportOf } from './reuse-text.ts'

interface Props {
  search: Search
  groups: PhotoGroup[]
  summary: string
  /** Among which offers. */
  scope: string
}

/** Saves who uses the photos as a sheet, or copies it as text. */
export function ReuseExport({ search, groups, summary, scope }: Props) {
  const t = texts()
  const id = useId()
  const { preferences } = useApp()
  const { copy } = useOfferActions()
  const verdicts = useContext(VerdictsContext)
  const files = useTableFiles(async () =>
    toPhotoMapTable(
      {
        rows: photoMapRows(groups, verdicts),
        searchedAt: search.startedAt,
        quantity: preferences.quantity,
      },
      LABELS[isChinese() ? 'zh' : 'en'],
    ),
  )
  const copyReport = () => {
    const header = [
      `${t.reuseTitle}, ${dateAndTime(new Date())}`,
      summary,
      scope,
      t.reuseDisclaimer,
      t.comparisonMethod(PHOTO_METHOD),
    ]
    const sections = groups.map(({ title, rows }) => ({
      title: `${title}: ${countsText(rows)}`,
      rows,
    }))
    copy(reportOf(header, sections), t.copied)
  }
  return (
    <>
      <button type="button" class="secondary export" popovertarget={id}>
        {t.exportMenu}
      </button>
      <div id={id} class="menu" popover="auto">
        {TABLE_FILES.map((name) => (
          <MenuItem key={name} name={name} label={exportLabel(name, t)} onChoose={files[name]} />
        ))}
        <MenuItem name="text" label={t.copyText} onChoose={copyReport} />
      </div>
    </>
  )
}
