import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { toCsv } from './csv.ts'
import { LABELS } from './labels.ts'
import { type PhotoMapRow, toPhotoMapTable } from './photo-map.ts'
import { OFFER, UNKNOWN } from './testing/export-input.ts'
import { toXlsx } from './xlsx.ts'

const { columns } = LABELS.en.photoMap
const searchedAt = new Date(2026, 10, 24, 15, 30).getTime()
const ROW: PhotoMapRow = {
  offer: OFFER,
  photo: { mine: 1 },
  verdict: 'Same photo: mirrored',
  price: { low: '10.10', high: '10.10' },
  priceBasis: undefined,
}

async function read(...rows: PhotoMapRow[]): Promise<Record<string, string>[]> {
  const blob = await toCsv(toPhotoMapTable({ rows, searchedAt, quantity: 500 }, LABELS.en))
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await blob.arrayBuffer())
  return parse(text, { bom: true, columns: true, record_delimiter: '\r\n' })
}

test('another program reads one row for each offer', async () => {
  const [row] = await read(ROW)
  expect(row).toEqual({
    [columns.photo]: 'My photo 1',
    [columns.verdict]: 'Same photo: mirrored',
    [columns.supplier]: OFFER.supplier.name,
    [columns.detailUrl]: OFFER.detailUrl,
    [columns.price]: '10.10',
    [columns.priceTo]: '',
    [columns.priceBasis]: LABELS.en.photoMap.priceAt('500'),
    [columns.location]: OFFER.supplier.location,
    [columns.searchedAt]: '2026-11-24 15:30',
    [columns.titleTranslated]: OFFER.titleTranslated,
    [columns.title]: OFFER.title,
    [columns.offerId]: OFFER.offerId,
    [columns.imageUrl]: OFFER.imageUrl,
  })
})

test('a list price says that it is one, and what is unknown is empty', async () => {
  const [listed, unknown] = await read(
    { ...ROW, price: { low: '9.80', high: '12' }, priceBasis: 'list price', photo: { other: 2 } },
    { ...ROW, offer: UNKNOWN, price: null, priceBasis: undefined },
  )
  expect(listed).toMatchObject({
    [columns.photo]: 'Shared photo 2',
    [columns.price]: '9.80',
    [columns.priceTo]: '12',
    [columns.priceBasis]: 'list price',
  })
  expect(unknown).toMatchObject({
    [columns.supplier]: '',
    [columns.price]: '',
    [columns.priceBasis]: '',
    [columns.location]: '',
  })
})

test('no supplier’s name becomes a formula', async () => {
  const supplier = { ...OFFER.supplier, name: '=HYPERLINK("x")' }
  const [row] = await read({ ...ROW, offer: { ...OFFER, supplier } })
  expect(row?.[columns.supplier]).toBe(`'${supplier.name}`)
})

test('a workbook of it has its sheet’s name in both languages', async () => {
  for (const labels of Object.values(LABELS)) {
    expect(labels.photoMap.sheet).toMatch(/^[^[\]/\\:*?]{1,31}$/)
    const table = toPhotoMapTable({ rows: [ROW], searchedAt, quantity: 1 }, labels)
    expect(table.columns.map(({ label }) => label).every(Boolean)).toBe(true)
    expect((await toXlsx(table)).size).toBeGreaterThan(1000)
  }
})
