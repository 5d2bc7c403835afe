import { useId } from 'preact/hooks'
import { fileName } from '../../export/file-name.ts'
import { supplierInquiry } from '../../export/inquiry.ts'
import { LABELS } from '../../export/labels.ts'
import { toPlainText } from '../../export/plain-text.ts'
import { type Table, toTable } from '../../export/table.ts'
import { isChinese, texts } from '../../i18n/index.ts'
import type { Search } from '../../model/search.ts'
import { download } from '../components/download.ts'
import { MenuItem } from '../components/menu-item.tsx'
import { useOfferActions } from '../offer/use-offer-actions.ts'
import { useApp } from '../state/app-context.tsx'
import { type ExportRow, useExportInput } from './use-export-input.ts'

interface Props {
  rows: ExportRow[]
  search: Search | null
}

/** Saves offers as files, or copies them as text or as an inquiry. */
export function ExportMenu({ rows, search }: Props) {
  const t = texts()
  const id = useId()
  const actions = useExport(rows, search)
  const items = [
    ...actions.files,
    ['text', t.copyText, actions.text],
    ['inquiry', t.copyInquiry, actions.inquiry],
  ] as const
  return (
    <>
      <button type="button" class="secondary export" popovertarget={id}>
        {t.exportMenu}
      </button>
      <div id={id} class="menu" popover="auto">
        {items.map(([name, label, run]) => (
          <MenuItem key={name} name={name} label={label} onChoose={run} />
        ))}
      </div>
    </>
  )
}

type FileItem = readonly [name: string, label: string, run: () => void]

/** The exports, for these rows. */
export function useExport(rows: ExportRow[], search: Search | null, photos?: number) {
  const t = texts()
  const { preferences, notify } = useApp()
  const { copy } = useOfferActions()
  const labels = LABELS[isChinese() ? 'zh' : 'en']
  const input = useExportInput(rows, search, photos)

  async function save(extension: 'xlsx' | 'csv', write: (table: Table) => Promise<Blob>): Promise<void> {
    try {
      const name = fileName(extension, new Date())
      download(await write(toTable(await input(), labels)), name)
      notify(t.fileSaved(name))
    } catch {
      notify(t.fileNotSaved)
    }
  }
  const saveExcelCsv = (separator: '.' | ',') =>
    save('csv', async (table) => (await import('../../export/csv.ts')).toExcelCsv(table, separator))

  const files: FileItem[] = [
    [
      'xlsx',
      t.saveXlsx,
      () => save('xlsx', async (table) => (await import('../../export/xlsx.ts')).toXlsx(table)),
    ],
    [
      'csv',
      t.saveCsv,
      () => save('csv', async (table) => (await import('../../export/csv.ts')).toCsv(table)),
    ],
    ...decimalSeparators().map(
      (separator): FileItem => [
        separator === ',' ? 'csv-excel-comma' : 'csv-excel-point',
        t.saveExcelCsv(`1${separator}50`),
        () => saveExcelCsv(separator),
      ],
    ),
  ]
  return {
    files,
    text: async () => copy(toPlainText(await input(), labels), t.offersCopied(rows.length)),
    inquiry: () =>
      copy(
        rows
          .map(({ row: { offer, at } }) => {
            const { zh, en } = supplierInquiry({ offer, quantity: preferences.quantity, ...at })
            return `${zh}\n\n${en}`
          })
          .join('\n\n———\n\n'),
        t.inquiryCopied,
      ),
  }
}

/** That of the browser's language first. Excel's may be another one, so both can be chosen. */
function decimalSeparators(): ('.' | ',')[] {
  const parts = new Intl.NumberFormat(navigator.language).formatToParts(1.5)
  return parts.some(({ type, value }) => type === 'decimal' && value === ',') ? [',', '.'] : ['.', ',']
}
