import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import type { ColumnName } from './columns.ts'
import { LABELS } from './labels.ts'
import { type ExportInput, toTable } from './table.ts'
import { EXPORTED, EXPORTED_UNKNOWN, HOSTILE, inputOf, OFFER } from './testing/export-input.ts'
import { worksheet } from './worksheet.ts'
import { toXlsx } from './xlsx.ts'

async function opened(input: ExportInput, labels = LABELS.en): Promise<ExcelJS.Worksheet> {
  const blob = await toXlsx(toTable(input, labels))
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(await blob.arrayBuffer())
  const [sheet, ...others] = book.worksheets
  if (!sheet || others.length > 0) throw new Error('not one sheet')
  return sheet
}

function cellOf(sheet: ExcelJS.Worksheet, name: ColumnName, row = 2): ExcelJS.Cell {
  const header = sheet.getRow(1).values as string[]
  const labels: Partial<Record<ColumnName, string>> = LABELS.en.columns
  return sheet.getRow(row).getCell(header.indexOf(labels[name] ?? ''))
}

const withNote = (note: string) => inputOf([{ ...EXPORTED, note }])

test('ids and texts are text, prices and counts are numbers', async () => {
  const sheet = await opened(inputOf([EXPORTED]))
  const { String: TEXT, Number: NUMBER } = ExcelJS.ValueType
  const found = (name: ColumnName) => [cellOf(sheet, name).type, cellOf(sheet, name).value]
  expect(found('offerId')).toEqual([TEXT, '710891050473'])
  expect(found('listingProductNumber')).toEqual([TEXT, '0012345678905'])
  expect(found('title')).toEqual([TEXT, '夏季新款百褶半身裙'])
  expect(found('unitPrice')).toEqual([NUMBER, 10.1])
  expect(found('converted')).toEqual([NUMBER, 1.4])
  expect(found('listingPrice')).toEqual([NUMBER, 24.9])
  expect(found('quantity')).toEqual([NUMBER, 100])
  expect(found('minOrder')).toEqual([NUMBER, 2])
  expect(found('repurchaseRate')).toEqual([NUMBER, 0.13])
  expect(found('weightKg')).toEqual([NUMBER, 0.35])
})

test('numbers are formatted as prices, percentages and whole counts, and text stays text when it is edited', async () => {
  const sheet = await opened(inputOf([EXPORTED]))
  const format = (name: ColumnName) => cellOf(sheet, name).numFmt
  expect(format('unitPrice')).toBe('#,##0.00##')
  expect(format('repurchaseRate')).toBe('0%')
  expect(format('monthlySales')).toBe('#,##0')
  expect(format('offerId')).toBe('@')
  expect(format('note')).toBe('@')
})

test('unknown values are empty cells', async () => {
  const sheet = await opened(inputOf([EXPORTED_UNKNOWN], { listing: null }))
  const { Null } = ExcelJS.ValueType
  const names: ColumnName[] = ['unitPrice', 'converted', 'minOrder', 'monthlySales', 'verified', 'imageUrl']
  for (const name of names) expect(cellOf(sheet, name).type, name).toBe(Null)
})

test.each(HOSTILE)('a formula becomes plain text: %j', async (note) => {
  const sheet = await opened(inputOf([{ ...EXPORTED, note, offer: { ...OFFER, title: note } }]))
  for (const name of ['note', 'title'] as const) {
    const cell = cellOf(sheet, name)
    expect(cell.type).toBe(ExcelJS.ValueType.String)
    expect(cell.formula).toBeUndefined()
    // XML normalizes line breaks.
    expect(cell.value).toBe(note.replaceAll('\r', '\n'))
  }
})

test.each([
  'two\nlines',
  'a "quoted" <b>word</b> & more',
  ' spaces around ',
  '🧵 裙子 👩‍👩‍👧',
  '_x0041_',
  'constructor',
  '__proto__',
  'true',
  '007',
])('a note is unchanged: %j', async (note) => {
  expect(cellOf(await opened(withNote(note)), 'note').value).toBe(note)
})

test('characters that a workbook cannot contain are dropped from a note', async () => {
  expect(cellOf(await opened(withNote('a\u0000b\uD800c')), 'note').value).toMatch(/^ab\uFFFD?c$/)
})

test('a note longer than a cell is truncated', async () => {
  expect(cellOf(await opened(withNote('长'.repeat(40_000))), 'note').value).toBe('长'.repeat(32_767))
})

test('URLs are links, not formulas', async () => {
  const sheet = await opened(inputOf([EXPORTED, EXPORTED_UNKNOWN]))
  const detail = cellOf(sheet, 'detailUrl')
  expect(detail.type).toBe(ExcelJS.ValueType.Hyperlink)
  expect(detail.value).toEqual({ text: OFFER.detailUrl, hyperlink: OFFER.detailUrl })
  expect(cellOf(sheet, 'imageUrl').value).toEqual({
    text: OFFER.imageUrl,
    hyperlink: 'https://cbu01.alicdn.com/img/ibank/1.jpg?a=1&b=%222%22',
  })
  expect(cellOf(sheet, 'detailUrl', 3).hyperlink).toBe('https://detail.1688.com/offer/1.html')
  expect(cellOf(sheet, 'imageUrl', 3).type).toBe(ExcelJS.ValueType.Null)
})

test.each([
  'javascript:alert(1)',
  'file:///etc/passwd',
  'not a URL',
  `https://a.example/${'x'.repeat(2100)}`,
])('only an ordinary web address becomes a link: %.30s', async (imageUrl) => {
  const cell = cellOf(await opened(inputOf([{ ...EXPORTED, offer: { ...OFFER, imageUrl } }])), 'imageUrl')
  expect([cell.type, cell.value]).toEqual([ExcelJS.ValueType.String, imageUrl])
})

test('links come where the format wants them: Excel calls any other order damaged', () => {
  const { sheet } = worksheet(toTable(inputOf([EXPORTED]), LABELS.en))
  const elements = [...sheet.matchAll(/<(\w+)[ >]/g)].map(([, name]) => name)
  const order = ['sheetViews', 'cols', 'sheetData', 'hyperlinks'].map((name) => elements.indexOf(name))
  expect(order).toEqual(order.toSorted((one, other) => one - other))
  expect(order).not.toContain(-1)
  expect(worksheet(toTable(inputOf([]), LABELS.en)).sheet).not.toContain('<hyperlinks>')
})

test('the header is bold and frozen, and columns are as wide as their contents', async () => {
  const sheet = await opened(inputOf([EXPORTED]), LABELS.zh)
  expect(sheet.name).toBe('货源')
  expect(sheet.getRow(1).getCell(1)).toMatchObject({ value: '商品ID', font: { bold: true } })
  expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 })
  expect(sheet.getColumn(1).width).toBeGreaterThan(12)
  expect(sheet.getColumn(2).width).toBeGreaterThan(30)
})

test('without offers there is only a header', async () => {
  const sheet = await opened(inputOf([]))
  expect(sheet.rowCount).toBe(1)
  expect(sheet.getRow(1).values).toEqual([undefined, ...Object.values(LABELS.en.columns)])
})

test('two thousand offers make two thousand rows, zipped without a worker', async () => {
  const offers = Array.from({ length: 2000 }, (_, index) => ({
    ...EXPORTED,
    offer: { ...OFFER, offerId: String(710891050473 + index), title: `裙 ${index}` },
  }))
  const workers: unknown[] = []
  const note = (worker: unknown) => workers.push(worker)
  node.process.on('worker', note)
  const sheet = await opened(inputOf(offers))
  node.process.off('worker', note)
  expect(sheet.rowCount).toBe(2001)
  expect(cellOf(sheet, 'offerId', 2001).value).toBe('710891052472')
  expect(cellOf(sheet, 'detailUrl', 2001).hyperlink).toBe(OFFER.detailUrl)
  expect(workers).toEqual([])
})

/** Emits an event for every thread that is started. */
const node = globalThis as unknown as {
  process: Record<'on' | 'off', (event: 'worker', listener: (worker: unknown) => void) => void>
}
