import { parse } from 'csv-parse/sync'
import { type Cell, readXlsx, type Sheet } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { candidatesOf, chosenOf, type PriceContext } from '../batch/decisions/candidates.ts'
import type { BatchRow } from '../model/batch.ts'
import { aBatch, aBatchAnswer, aBatchRow } from '../testing/batches.ts'
import { anOffer } from '../testing/searches.ts'
import { BATCH_LABELS } from './batch-labels.ts'
import { readRowId } from './batch-row-id.ts'
import { type BatchTableRow, toBatchTable } from './batch-table.ts'
import { toCsv, toExcelCsv } from './csv.ts'
import type { Rows, Table } from './table.ts'
import { HOSTILE } from './testing/export-input.ts'
import { worksheet } from './worksheet.ts'
import { toXlsx } from './xlsx.ts'

const labels = BATCH_LABELS.en
const { columns } = labels
/** Of candidates, by their number. */
const ofCandidate = (number: number, name: keyof typeof labels.candidateColumns) =>
  labels.candidate(number, labels.candidateColumns[name])

const context: PriceContext = {
  assumptions: { freight: { perKg: '0' }, duty: 'none', fee: { percent: '10' } },
  // A euro is 1.2 dollars and 7.2 yuan, so a yuan is a sixth of a dollar.
  rates: { base: 'EUR', date: '2026-07-01', rates: { USD: '1.2', CNY: '7.2' } } as never,
  currency: null,
}
const OWN = ['SKU', 'Barcode', 'Price', 'Note']
const batch = aBatch({ columns: OWN })
const answer = aBatchAnswer({
  offers: [
    anOffer('11', { price: '60', priceTiers: [{ minQuantity: 1, price: '60' }], minOrder: 1 }),
    anOffer('12', { priceTiers: [], price: '24', priceMax: '31', minOrder: null }),
    anOffer('13', { priceTiers: [{ minQuantity: 600, price: '16.20' }], minOrder: 600 }),
  ],
  verdicts: { 11: 'same', 12: 'other' },
})

function exported(more: Partial<BatchRow> = {}): BatchTableRow {
  const row = aBatchRow(0, {
    own: ['0012', '890123456789012345678', '-5', 'mine'],
    price: '20',
    currency: 'USD',
    quantity: 500,
    ...more,
  })
  const { settings } = batch
  return {
    row,
    chosen: chosenOf(row, settings, context, answer),
    candidates: row.digest ? candidatesOf(answer, row, settings, context) : [],
  }
}

const DECIDED = exported({
  digest: 'd',
  state: 'done',
  decision: { kind: 'offer', offerId: '11', offer: answer.offers[0] ?? expect.fail(), at: 1 },
  note: 'cheapest',
  outcome: { at: Date.UTC(2026, 10, 27), offers: 3, compared: 2, same: 1, likely: 0, suppliers: [] },
})
const FAILED = exported({ state: 'failed', failure: { code: 'host_not_allowed', detail: 'shop.example' } })

const tableOf = (rows: BatchTableRow[], candidates = 3, own = batch) =>
  toBatchTable({ batch: own, rows, candidates }, labels)

async function opened(table: Table<Rows>): Promise<Sheet> {
  const { sheets } = await readXlsx(await (await toXlsx(table)).arrayBuffer(), { readStyles: true })
  return sheets[0] ?? expect.fail('no sheet')
}

/** By header, of the row below it. */
function valuesOf({ rows }: Sheet, row = 1): Record<string, unknown> {
  const [header = []] = rows
  return Object.fromEntries(header.map((label, index) => [String(label), rows[row]?.[index] ?? null]))
}

async function csvOf(table: Table<Rows>): Promise<Record<string, string>[]> {
  const text = await (await toCsv(table)).text()
  return parse(text, { bom: true, columns: true, record_delimiter: '\r\n' })
}

test('the user’s own columns come first, as text and untouched', async () => {
  const sheet = await opened(tableOf([DECIDED]))
  expect(sheet.rows[0]?.slice(0, 5)).toEqual([...OWN, columns.decision])
  expect(sheet.rows[1]?.slice(0, 4)).toEqual(['0012', '890123456789012345678', '-5', 'mine'])
  const types = [0, 1, 2].map((index) => sheet.cells?.get(`1,${index}`) as Partial<Cell>)
  expect(types.map((cell) => [cell?.type, cell?.style?.numFmt])).toEqual(Array(3).fill(['string', '@']))
  const [row] = await csvOf(tableOf([DECIDED]))
  expect(Object.values(row ?? {}).slice(0, 4)).toEqual(['0012', '890123456789012345678', '-5', 'mine'])
})

test('the chosen offer is there with its verdict, its price and the quantity of it, and its margin', async () => {
  const row = valuesOf(await opened(tableOf([DECIDED])))
  expect(row).toMatchObject({
    [columns.decision]: 'Taken',
    [columns.note]: 'cheapest',
    [columns.quantity]: 500,
    [columns.offerId]: '11',
    [columns.photo]: 'Same photo',
    [columns.price]: 60,
    [columns.priceTo]: null,
    [columns.priceQuantity]: 500,
    [columns.converted]: 10,
    [columns.convertedCurrency]: 'USD',
    // 20 − 2 fee − 10 goods = 8, of 20
    [columns.marginLow]: 0.4,
    [columns.marginHigh]: 0.4,
    [columns.supplier]: '工厂11',
    [columns.detailUrl]: 'https://detail.1688.com/offer/11.html',
    [columns.state]: 'Searched',
    [columns.same]: 1,
    [columns.reason]: null,
  })
})

describe('candidates', () => {
  test('are as many as asked for, the best first', async () => {
    const sheet = await opened(tableOf([DECIDED], 2))
    expect(valuesOf(sheet)).toMatchObject({
      [ofCandidate(1, 'offerId')]: '11',
      [ofCandidate(2, 'offerId')]: '12',
    })
    expect(sheet.rows[0]).not.toContain(ofCandidate(3, 'offerId'))
    expect((await opened(tableOf([DECIDED], 0))).rows[0]).not.toContain(ofCandidate(1, 'offerId'))
  })

  test('say what their price is if it is not that at the quantity', async () => {
    const row = valuesOf(await opened(tableOf([DECIDED])))
    expect(row).toMatchObject({
      [ofCandidate(2, 'price')]: 24,
      [ofCandidate(2, 'priceTo')]: 31,
      [ofCandidate(2, 'priceBasis')]: 'list price only',
      [ofCandidate(2, 'priceQuantity')]: null,
      [ofCandidate(3, 'price')]: 16.2,
      [ofCandidate(3, 'priceBasis')]: 'at the MOQ',
      [ofCandidate(3, 'priceQuantity')]: 600,
      // Nobody compared its photo.
      [ofCandidate(3, 'photo')]: null,
    })
  })

  test('name what their margin is missing', async () => {
    const noRates = { ...context, rates: undefined }
    const candidates = candidatesOf(answer, DECIDED.row, batch.settings, noRates)
    const row = valuesOf(await opened(tableOf([{ ...DECIDED, candidates }])))
    expect(row[ofCandidate(1, 'marginLow')]).toBeNull()
    expect(row[ofCandidate(1, 'marginMissing')]).toContain(labels.costLines.goods)
  })
})

test('a failed row says why, and what nobody knows of it is empty', async () => {
  const row = valuesOf(await opened(tableOf([DECIDED, FAILED])), 2)
  expect(row).toMatchObject({
    [columns.state]: 'Failed',
    [columns.reason]: `${labels.rowProblems.host_not_allowed.title} (shop.example)`,
    ...{ [columns.decision]: null, [columns.offerId]: null, [columns.price]: null, [columns.offers]: null },
    ...{ [columns.same]: null, [ofCandidate(1, 'offerId')]: null, [columns.marginLow]: null },
  })
})

test('of photos that were not compared, it is not said that none is the same', async () => {
  const outcome = { at: 1, offers: 3, compared: 0, same: 0, likely: 0, suppliers: [] }
  const row = valuesOf(await opened(tableOf([exported({ state: 'done', outcome })])))
  expect(row).toMatchObject({ [columns.offers]: 3, [columns.compared]: 0, [columns.same]: null })
})

test('a list that came from no table has what is known of its products', async () => {
  const row = aBatchRow(0, {
    title: 'Tote',
    productNumber: '007',
    price: '19.90',
    currency: 'USD',
    link: 'https://shop.example/p/7',
    picture: { kind: 'file', name: 'bags/tote.jpg' },
  })
  const own = aBatch({ columns: [] })
  const values = valuesOf(await opened(tableOf([{ row, chosen: null, candidates: [] }], 3, own)))
  const { products } = labels
  expect(values).toMatchObject({
    [products.productNumber]: '007',
    [products.title]: 'Tote',
    [products.price]: '19.90',
    [products.currency]: 'USD',
    [products.quantity]: null,
    [products.link]: 'https://shop.example/p/7',
    [products.picture]: 'bags/tote.jpg',
  })
})

describe('no program runs a formula', () => {
  test.each(HOSTILE)('of the user’s own or in a note: %j', async (text) => {
    const hostile = exported({ own: [text, text, text, text], note: text })
    const own = { ...batch, columns: ['A', 'B', 'C', text] }
    const table = tableOf([hostile], 0, own)
    const sheet = await opened(table)
    for (const cell of sheet.cells?.values() ?? []) expect(cell.formula).toBeUndefined()
    for (const blob of [await toCsv(table), await toExcelCsv(table, ',')]) {
      const bytes = await blob.arrayBuffer()
      const isWide = new Uint8Array(bytes)[0] === 0xff
      const delimiter = isWide ? '\t' : ','
      const cells: string[][] = parse(new TextDecoder(isWide ? 'utf-16le' : 'utf-8').decode(bytes), {
        ...{ delimiter, record_delimiter: '\r\n' },
      })
      // A plain number is none, and stays as the user wrote it.
      for (const cell of cells.flat().filter((each) => !/^[-+]?\d+$/.test(each)))
        for (const part of cell.split(/[;\t\r\n]/)) expect(part).not.toMatch(/^[\s\u200B"]*[=+\-@＝＋－＠]/)
    }
  })
})

test('the last column names the row and what was decided, and a workbook does not show it', async () => {
  const sheet = await opened(tableOf([DECIDED, FAILED]))
  const last = (sheet.rows[0]?.length ?? 0) - 1
  expect(sheet.rows[0]?.[last]).toBe(columns.rowId)
  expect(sheet.columns?.[last]?.hidden).toBe(true)
  expect(readRowId(String(sheet.rows[1]?.[last]))).toMatchObject({
    batchId: DECIDED.row.batchId,
    index: 0,
    decision: '11',
  })
  expect(readRowId(String(sheet.rows[2]?.[last]))?.decision).toBe('')
})

test('both languages have every header once, and all of ours begin with 1688', () => {
  for (const each of Object.values(BATCH_LABELS)) {
    const headers = toBatchTable({ batch, rows: [DECIDED], candidates: 3, withPictures: true }, each).columns
    const ours = headers.slice(OWN.length).map(({ label }) => label)
    expect(new Set(ours).size).toBe(ours.length)
    for (const label of ours) expect(label).toMatch(/^1688 \S/)
    expect(each.sheet).toMatch(/^[^[\]/\\:*?]{1,31}$/)
  }
})

test('a decision is chosen from a list, or the number of an offer is written', async () => {
  const { dataValidations, rows } = await opened(tableOf([DECIDED, FAILED]))
  expect(rows[0]?.[4]).toBe(columns.decision)
  expect(dataValidations).toMatchObject([{ type: 'list', range: 'E2:E3', values: ['Taken', 'None fits'] }])
  expect(dataValidations?.[0]?.showErrorMessage).not.toBe(true)
})

test('the parts of its sheet are in the order of the format: Excel calls any other damaged', () => {
  const pictures = {
    batch,
    rows: [{ ...DECIDED, jpeg: new Uint8Array() }],
    candidates: 1,
    withPictures: true,
  }
  const sheet = [...worksheet(toBatchTable(pictures, labels)).pieces()].join('')
  const elements = [...sheet.matchAll(/<(\w+)[ >]/g)].map(([, name]) => name)
  const order = [
    ...['sheetViews', 'cols', 'sheetData', 'autoFilter', 'dataValidations', 'hyperlinks'],
    ...['ignoredErrors', 'drawing'],
  ].map((name) => elements.indexOf(name))
  expect(order).not.toContain(-1)
  expect(order).toEqual(order.toSorted((one, other) => one - other))
})

test('a file is written in slices, tells how far it is, and stops when it is told to', async () => {
  const rows = Array.from({ length: 300 }, () => DECIDED)
  const done: number[] = []
  await toXlsx(tableOf(rows), { onRows: (count) => done.push(count) })
  expect(done.at(-1)).toBe(300)
  const stop = new AbortController()
  const written = toXlsx(tableOf(rows), {
    signal: stop.signal,
    onRows: (count) => count === 100 && stop.abort(),
  })
  await expect(written).rejects.toThrow(/abort/i)
})
