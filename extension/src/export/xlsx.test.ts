import { type Cell, readXlsx, type Sheet } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import type { ColumnName } from './columns.ts'
import { LABELS } from './labels.ts'
import { type ExportInput, toTable } from './table.ts'
import { EXPORTED, EXPORTED_UNKNOWN, HOSTILE, inputOf, LISTING, OFFER } from './testing/export-input.ts'
import { worksheet } from './worksheet.ts'
import { toXlsx } from './xlsx.ts'

async function opened(input: ExportInput, labels = LABELS.en): Promise<Sheet> {
  const blob = await toXlsx(toTable(input, labels))
  const { sheets } = await readXlsx(await blob.arrayBuffer(), { readStyles: true })
  const [sheet, ...others] = sheets
  if (!sheet || others.length > 0) throw new Error('not one sheet')
  return sheet
}

/** Rows count from 1, and the first is the header. Empty cells are missing; a cell without a style is just its value. */
function cellOf({ rows, cells }: Sheet, name: ColumnName, row = 2): Partial<Cell> | undefined {
  const labels: Partial<Record<ColumnName, string>> = LABELS.en.columns
  const column = rows[0]?.indexOf(labels[name] ?? '')
  if (column === undefined || column < 0) throw new Error(`no column is called ${name}`)
  const value = rows[row - 1]?.[column] ?? null
  return (
    cells?.get(`${row - 1},${column}`) ??
    (value === null ? undefined : { value, type: typeof value as Cell['type'] })
  )
}

const withNote = (note: string) => inputOf([{ ...EXPORTED, note }])

test('ids and texts are text, prices and counts are numbers', async () => {
  const sheet = await opened(inputOf([EXPORTED]))
  const found = (name: ColumnName) => [cellOf(sheet, name)?.type, cellOf(sheet, name)?.value]
  expect(found('offerId')).toEqual(['string', '710891050473'])
  expect(found('listingProductNumber')).toEqual(['string', '0012345678905'])
  expect(found('title')).toEqual(['string', '夏季新款百褶半身裙'])
  expect(found('unitPrice')).toEqual(['number', 10.1])
  expect(found('converted')).toEqual(['number', 1.4])
  expect(found('listingPrice')).toEqual(['number', 24.9])
  expect(found('quantity')).toEqual(['number', 100])
  expect(found('minOrder')).toEqual(['number', 2])
  expect(found('repurchaseRate')).toEqual(['number', 0.13])
  expect(found('weightKg')).toEqual(['number', 0.35])
})

test('numbers are formatted as prices, percentages and whole counts, and text stays text when it is edited', async () => {
  const sheet = await opened(inputOf([EXPORTED]))
  const format = (name: ColumnName) => cellOf(sheet, name)?.style?.numFmt
  expect(format('unitPrice')).toBe('[$¥]#,##0.00##')
  expect(format('repurchaseRate')).toBe('0%')
  expect(format('monthlySales')).toBe('#,##0')
  expect(format('offerId')).toBe('@')
  expect(format('note')).toBe('@')
})

test('money is formatted in the currency of its column, with its decimals', async () => {
  const format = async (name: ColumnName, input: Parameters<typeof inputOf>[1]) =>
    cellOf(await opened(inputOf([EXPORTED], input)), name)?.style?.numFmt
  expect(await format('converted', { currency: 'EUR' })).toBe('[$€]#,##0.00##')
  expect(await format('converted', { currency: 'CAD' })).toBe('[$CA$]#,##0.00##')
  expect(await format('converted', { currency: 'JPY' })).toBe('[$JP¥]#,##0')
  expect(await format('converted', { currency: 'KWD' })).toBe('[$KWD]#,##0.000##')
  expect(await format('listingPrice', { currency: 'JPY' })).toBe('[$$]#,##0.00##')
  const unknown = { ...LISTING, currency: null }
  expect(await format('listingPrice', { listing: unknown })).toBe('#,##0.00##')
})

test('a margin is a percentage, also a negative one', async () => {
  const cell = cellOf(await opened(inputOf([EXPORTED])), 'marginLow')
  expect(cell).toMatchObject({ type: 'number', value: -0.0512, style: { numFmt: '0%' } })
})

test('every column can be filtered', async () => {
  const { autoFilter, rows } = await opened(inputOf([EXPORTED, EXPORTED_UNKNOWN]))
  expect(rows[0]).toHaveLength(58)
  expect(autoFilter?.range).toBe('A1:BF3')
})

test('unknown values are empty cells', async () => {
  const sheet = await opened(inputOf([EXPORTED_UNKNOWN], { listing: null }))
  const names: ColumnName[] = ['unitPrice', 'converted', 'minOrder', 'monthlySales', 'verified', 'imageUrl']
  for (const name of names) expect(cellOf(sheet, name), name).toBeUndefined()
  expect(cellOf(sheet, 'offerId')).toBeDefined()
})

test.each(HOSTILE)('a formula becomes plain text: %j', async (note) => {
  const sheet = await opened(inputOf([{ ...EXPORTED, note, offer: { ...OFFER, title: note } }]))
  for (const name of ['note', 'title'] as const) {
    const cell = cellOf(sheet, name)
    expect(cell?.type).toBe('string')
    expect(cell?.formula).toBeUndefined()
    // XML readers may normalize line breaks.
    expect(`${cell?.value}`.replaceAll('\r', '\n')).toBe(note.replaceAll('\r', '\n'))
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
  expect(cellOf(await opened(withNote(note)), 'note')?.value).toBe(note)
})

test('characters that a workbook cannot contain are dropped from a note', async () => {
  expect(cellOf(await opened(withNote('a\u0000b\uD800c')), 'note')?.value).toMatch(/^ab\uFFFD?c$/)
})

test('a note longer than a cell is truncated', async () => {
  expect(cellOf(await opened(withNote('长'.repeat(40_000))), 'note')?.value).toBe('长'.repeat(32_767))
})

test('URLs are links, not formulas', async () => {
  const sheet = await opened(inputOf([EXPORTED, EXPORTED_UNKNOWN]))
  const detail = cellOf(sheet, 'detailUrl')
  expect(detail).toMatchObject({
    type: 'string',
    value: OFFER.detailUrl,
    hyperlink: { target: OFFER.detailUrl },
  })
  expect(detail?.formula).toBeUndefined()
  expect(cellOf(sheet, 'imageUrl')).toMatchObject({
    value: OFFER.imageUrl,
    hyperlink: { target: 'https://cbu01.alicdn.com/img/ibank/1.jpg?a=1&b=%222%22' },
  })
  expect(cellOf(sheet, 'detailUrl', 3)?.hyperlink?.target).toBe('https://detail.1688.com/offer/1.html')
  expect(cellOf(sheet, 'imageUrl', 3)).toBeUndefined()
})

test.each([
  'javascript:alert(1)',
  'file:///etc/passwd',
  'not a URL',
  `https://a.example/${'x'.repeat(2100)}`,
])('only an ordinary web address becomes a link: %.30s', async (imageUrl) => {
  const cell = cellOf(await opened(inputOf([{ ...EXPORTED, offer: { ...OFFER, imageUrl } }])), 'imageUrl')
  expect([cell?.type, cell?.value, cell?.hyperlink]).toEqual(['string', imageUrl, undefined])
})

test('links come where the format wants them: Excel calls any other order damaged', () => {
  const sheetOf = (input: ExportInput) => [...worksheet(toTable(input, LABELS.en)).pieces()].join('')
  const sheet = sheetOf(inputOf([EXPORTED]))
  const elements = [...sheet.matchAll(/<(\w+)[ >]/g)].map(([, name]) => name)
  const order = ['sheetViews', 'cols', 'sheetData', 'autoFilter', 'hyperlinks', 'ignoredErrors'].map((name) =>
    elements.indexOf(name),
  )
  expect(order).toEqual(order.toSorted((one, other) => one - other))
  expect(order).not.toContain(-1)
  expect(sheetOf(inputOf([]))).not.toContain('<hyperlinks>')
})

test('the header is bold and frozen, and columns are as wide as their contents', async () => {
  const sheet = await opened(inputOf([EXPORTED]), LABELS.zh)
  expect(sheet.name).toBe('货源')
  expect(sheet.cells?.get('0,0')).toMatchObject({ value: '商品ID', style: { font: { bold: true } } })
  expect(sheet.freezePane).toEqual({ rows: 1 })
  expect(sheet.columns?.[0]?.width).toBeGreaterThan(12)
  expect(sheet.columns?.[1]?.width).toBeGreaterThan(30)
})

test('without offers there is only a header', async () => {
  const sheet = await opened(inputOf([]))
  expect(sheet.rows).toEqual([Object.values(LABELS.en.columns)])
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
  expect(sheet.rows).toHaveLength(2001)
  expect(cellOf(sheet, 'offerId', 2001)?.value).toBe('710891052472')
  expect(cellOf(sheet, 'detailUrl', 2001)?.hyperlink?.target).toBe(OFFER.detailUrl)
  expect(workers).toEqual([])
})

/** Emits an event for every thread that is started. */
const node = globalThis as unknown as {
  process: Record<'on' | 'off', (event: 'worker', listener: (worker: unknown) => void) => void>
}
