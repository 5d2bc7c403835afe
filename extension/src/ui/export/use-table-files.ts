import { fileName } from '../../export/file-name.ts'
import type { Progress, Rows, Table } from '../../export/table.ts'
import { texts } from '../../i18n/index.ts'
import { download } from '../components/download.ts'
import { useApp } from '../state/app-context.tsx'

/** The browser's language decides which decimals come first. Excel's may be another one, so both can be chosen. */
export const TABLE_FILES = ['xlsx', 'csv', ...excelCsvs()] as const
export type TableFile = (typeof TABLE_FILES)[number]

/** A table as a file of that kind. What writes it is loaded when it is needed. */
export async function tableFile(kind: TableFile, table: Table<Rows>, progress: Progress = {}): Promise<Blob> {
  if (kind === 'xlsx') return (await import('../../export/xlsx.ts')).toXlsx(table, progress)
  const { toCsv, toExcelCsv } = await import('../../export/csv.ts')
  if (kind === 'csv') return toCsv(table, progress)
  return toExcelCsv(table, kind === 'csv-excel-point' ? '.' : ',', progress)
}

/** Saves a table as each of the files that it can be saved as. */
export function useTableFiles(table: () => Promise<Table>): Record<TableFile, () => Promise<void>> {
  const t = texts()
  const { notify } = useApp()

  async function save(kind: TableFile): Promise<void> {
    try {
      const name = fileName(kind === 'xlsx' ? 'xlsx' : 'csv', new Date())
      download(await tableFile(kind, await table()), name)
      notify(t.fileSaved(name))
    } catch {
      notify(t.fileNotSaved)
    }
  }
  const saving = (kind: TableFile) => [kind, () => save(kind)] as const
  return Object.fromEntries(TABLE_FILES.map(saving)) as Record<TableFile, () => Promise<void>>
}

function excelCsvs() {
  const parts = new Intl.NumberFormat(navigator.language).formatToParts(1.5)
  const [point, comma] = ['csv-excel-point', 'csv-excel-comma'] as const
  return parts.some(({ type, value }) => type === 'decimal' && value === ',')
    ? [comma, point]
    : [point, comma]
}
