import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { type CellValue, readSheet } from 'read-excel-file/universal'
import { describe, expect, test } from 'vitest'
import { candidatesOf, chosenOf, type PriceContext } from '../batch/decisions/candidates.ts'
import { aBatch, aBatchAnswer, aBatchRow } from '../testing/batches.ts'
import { BATCH_LABELS } from './batch-labels.ts'
import { toBatchTable } from './batch-table.ts'
import { LABELS } from './labels.ts'
import { type Rows, type Table, toTable } from './table.ts'
import { EXPORTED, EXPORTED_UNKNOWN, HOSTILE, inputOf } from './testing/export-input.ts'
import { toXlsx } from './xlsx.ts'

// A reader that is neither ours nor the one that reads workbooks in the extension.

type Row = (CellValue | null)[]

const { columns } = LABELS.en
const bytesOf = async (table: Table<Rows>) => new Uint8Array(await (await toXlsx(table)).arrayBuffer())
const read = async (bytes: Uint8Array<ArrayBuffer>): Promise<Row[]> =>
  readSheet(new Blob([bytes]), { trim: false })

/** The rows below the header, by its labels. */
function labelled([header = [], ...rows]: Row[]): Record<string, CellValue | null>[] {
  return rows.map((row) => Object.fromEntries(header.map((label, at) => [String(label), row[at] ?? null])))
}

describe('another program reads an export of offers:', () => {
  test('numbers as numbers, ids and times as texts, unknown values as nothing', async () => {
    const rows = labelled(
      await read(await bytesOf(toTable(inputOf([EXPORTED, EXPORTED_UNKNOWN]), LABELS.en))),
    )
    expect(rows).toHaveLength(2)
    expect(Object.keys(rows[0] ?? {})).toEqual(expect.arrayContaining(Object.values(columns)))
    expect(rows[0]).toMatchObject({
      [columns.offerId]: '710891050473',
      [columns.listingProductNumber]: '0012345678905',
      [columns.title]: '夏季新款百褶半身裙',
      [columns.unitPrice]: 10.1,
      [columns.quantity]: 100,
      [columns.repurchaseRate]: 0.13,
      [columns.marginLow]: -0.0512,
      [columns.generatedAt]: '2026-11-24 15:30',
      [columns.detailUrl]: 'https://detail.1688.com/offer/710891050473.html',
    })
    expect(rows[1]).toMatchObject({
      [columns.offerId]: '1',
      [columns.unitPrice]: null,
      [columns.minOrder]: null,
    })
  })

  test('texts that look like formulas as the texts they are', async () => {
    const offers = HOSTILE.map((note) => ({ ...EXPORTED, note }))
    const rows = labelled(await read(await bytesOf(toTable(inputOf(offers), LABELS.en))))
    // XML readers may normalize line breaks.
    const notes = rows.map((row) => `${row[columns.note]}`.replaceAll('\r', '\n'))
    expect(notes).toEqual(HOSTILE.map((note) => note.replaceAll('\r', '\n')))
  })

  test('and another file otherwise', async () => {
    const bytes = await bytesOf(toTable(inputOf([EXPORTED]), LABELS.en))
    const price = labelled(await read(changed(bytes, '<v>10.1</v>', '<v>99</v>')))[0]?.[columns.unitPrice]
    expect(price).toBe(99)
    await expect(read(changed(bytes, '</sheetData>', ''))).rejects.toThrow()
  })
})

test('another program reads an export of a product list, with its own columns untouched', async () => {
  const own = ['SKU', 'Barcode', 'Price', 'Note']
  const batch = aBatch({ columns: own })
  const answer = aBatchAnswer({ verdicts: {} })
  const row = aBatchRow(0, {
    own: ['0012', '890123456789012345678', '-5', '=1+1'],
    digest: 'd',
    state: 'done',
  })
  const context: PriceContext = {
    assumptions: { freight: 'sea', duty: 'none', fee: 'none' },
    rates: null as never,
    currency: null,
  }
  const exported = {
    row,
    chosen: chosenOf(row, batch.settings, context, answer),
    candidates: candidatesOf(answer, row, batch.settings, context),
  }
  const rows = labelled(
    await read(await bytesOf(toBatchTable({ batch, rows: [exported], candidates: 1 }, BATCH_LABELS.en))),
  )
  expect(rows).toHaveLength(1)
  expect(own.map((name) => rows[0]?.[name])).toEqual(row.own)
})

/** The workbook with a change in the text of its sheet. */
function changed(workbook: Uint8Array, from: string, to: string): Uint8Array<ArrayBuffer> {
  const files = unzipSync(workbook)
  const name = 'xl/worksheets/sheet1.xml'
  const text = strFromU8(files[name] ?? new Uint8Array())
  if (!text.includes(from)) throw new Error(`the sheet has no ${from}`)
  return new Uint8Array(zipSync({ ...files, [name]: strToU8(text.replace(from, to)) }))
}
