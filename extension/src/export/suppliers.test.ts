import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { toCsv } from './csv.ts'
import { SUPPLIER_LABELS } from './supplier-labels.ts'
import { toSupplierTable } from './suppliers.ts'
import { OFFER } from './testing/export-input.ts'
import { toXlsx } from './xlsx.ts'

const { columns } = SUPPLIER_LABELS.en
type Input = Parameters<typeof toSupplierTable>[0]
const nothing = {
  ...{ years: null, locations: [], sentFrom: [], badges: [] },
  ...{ scores: [], rates: [], tradeScore: null },
}
const seller = { key: 'k', name: '宏达箱包厂', loginId: null, offers: [] }
const ROW: Input['rows'][number] = {
  seller,
  facts: {
    ...nothing,
    years: 11,
    locations: ['广东省东莞市', '浙江省义乌市'],
    scores: [{ code: 'service', value: 4.5 }],
    rates: [{ code: 'shipped48h', value: 0.97 }],
  },
  badges: ['Super factory'],
  offers: [OFFER],
  products: ['Backpack', 'Mug'],
  signals: {
    factory: ['1688 gives it the badge Super factory.', 'Its name says 箱包厂.'],
    trader: [],
    neither: [],
  },
}
const UNKNOWN: typeof ROW = {
  ...{ seller: { ...seller, name: '某某公司' }, facts: nothing, badges: [], offers: [OFFER], products: [] },
  signals: { factory: [], trader: [], neither: [] },
}
const tableOf = (allProducts: number, ...rows: Input['rows']) =>
  toSupplierTable({ rows, allProducts, generatedAt: new Date(2026, 10, 24, 15, 30) }, SUPPLIER_LABELS.en)

async function read(allProducts: number, ...rows: Input['rows']): Promise<Record<string, string>[]> {
  const blob = await toCsv(tableOf(allProducts, ...rows))
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await blob.arrayBuffer())
  return parse(text, { bom: true, columns: true, record_delimiter: '\r\n' })
}

test('one row a supplier, its signals in words and apart', async () => {
  const [row] = await read(7, ROW)
  expect(row).toMatchObject({
    [columns.supplier]: '宏达箱包厂',
    [columns.years]: '11',
    [columns.location]: '广东省东莞市 | 浙江省义乌市',
    [columns.factory]: '1688 gives it the badge Super factory. | Its name says 箱包厂.',
    [columns.trader]: '',
    [columns.covered]: '2',
    [columns.allProducts]: '7',
    [columns.products]: 'Backpack | Mug',
    [columns.service]: '4.5',
    [columns.shipped48h]: '0.97',
    [columns.addresses]: OFFER.detailUrl,
    [columns.generatedAt]: '2026-11-24 15:30',
  })
})

test('what is unknown is empty, but none of my products is 0', async () => {
  const [of7] = await read(7, UNKNOWN)
  expect(of7).toMatchObject({
    ...{ [columns.years]: '', [columns.location]: '', [columns.service]: '', [columns.shipped48h]: '' },
    ...{ [columns.factory]: '', [columns.covered]: '0' },
  })
  const [ofNone] = await read(0, UNKNOWN)
  expect(ofNone).toMatchObject({ [columns.covered]: '', [columns.allProducts]: '' })
})

test('both languages name every column, and Excel’s file can be made', async () => {
  expect(Object.keys(SUPPLIER_LABELS.zh.columns)).toEqual(tableOf(1, ROW).columns.map(({ name }) => name))
  expect((await toXlsx(tableOf(1, ROW, UNKNOWN))).size).toBeGreaterThan(1000)
})
