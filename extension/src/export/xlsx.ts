import type { Table } from './rows.ts'

/** The table as an Excel workbook. What writes it is loaded on the first use. */
export async function toXlsx(table: Table): Promise<Blob> {
  const { workbook } = await import('./workbook.ts')
  return workbook(table)
}
