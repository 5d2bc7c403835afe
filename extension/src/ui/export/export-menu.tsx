import { useId } from 'preact/hooks'
import { LABELS } from '../../export/labels.ts'
import { toPlainText } from '../../export/plain-text.ts'
import { toTable } from '../../export/table.ts'
import type { Texts } from '../../i18n/en.ts'
import { isChinese, texts } from '../../i18n/index.ts'
import type { Search } from '../../model/search.ts'
import { MenuItem } from '../components/menu-item.tsx'
import { useOfferActions } from '../offer/use-offer-actions.ts'
import { useApp } from '../state/app-context.tsx'
import { type ExportRow, useExportInput } from './use-export-input.ts'
import { TABLE_FILES, useTableFiles } from './use-table-files.ts'

interface Props {
  rows: ExportRow[]
  search: Search | null
}

/** Saves offers as files, or copies them as text or as an inquiry. */
export function ExportMenu({ rows, search }: Props) {
  const t = texts()
  const id = useId()
  const exports = useExport(() => rows, search)
  return (
    <>
      <button type="button" class="secondary export" popovertarget={id}>
        {t.exportMenu}
      </button>
      <div id={id} class="menu" popover="auto">
        {EXPORTS.map((name) => (
          <MenuItem key={name} name={name} label={exportLabel(name, t)} onChoose={exports[name]} />
        ))}
      </div>
    </>
  )
}

export const EXPORTS = [...TABLE_FILES, 'text', 'inquiry'] as const
export type ExportName = (typeof EXPORTS)[number]

export function exportLabel(name: ExportName, t: Texts): string {
  return {
    xlsx: t.saveXlsx,
    csv: t.saveCsv,
    'csv-excel-point': t.saveExcelCsv('1.50'),
    'csv-excel-comma': t.saveExcelCsv('1,50'),
    text: t.copyText,
    inquiry: t.contact.action,
  }[name]
}

/** The exports. The rows are made when one is chosen. */
export function useExport(
  rows: () => ExportRow[],
  search: Search | null,
  photos?: number,
): Record<ExportName, () => Promise<void>> {
  const t = texts()
  const app = useApp()
  const { route, navigate } = app
  const { copy } = useOfferActions()
  const labels = LABELS[isChinese() ? 'zh' : 'en']
  const input = useExportInput(rows, search, photos)
  const files = useTableFiles(async () => toTable(await input(), labels))

  return {
    ...files,
    text: async () => copy(toPlainText(await input(), labels), t.offersCopied(rows().length)),
    inquiry: async () => {
      // Several are copied one by one, where it is seen which ones were.
      if (route === 'shortlist' || route === 'compare') return navigate('contact', route)
      const { copyMessages } = await import('../offer/copy-messages.ts')
      await copyMessages(
        rows().map(({ row }) => row),
        app,
      )
    },
  }
}
