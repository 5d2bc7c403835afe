import { describe, expect, test } from 'vitest'
import { COLUMNS, type ColumnName } from './columns.ts'
import { LABELS } from './labels.ts'
import { type Cell, type ExportInput, toTable } from './table.ts'
import { EXPORTED, EXPORTED_UNKNOWN, inputOf, OFFER } from './testing/export-input.ts'

/** The first row by the names of its columns. */
function firstRow(input: ExportInput, labels = LABELS.en): Record<ColumnName, Cell> {
  const { columns, rows } = toTable(input, labels)
  return Object.fromEntries(columns.map(({ name }, index) => [name, rows[0]?.[index]])) as never
}

test('a row has every field of its offer', () => {
  expect(firstRow(inputOf([EXPORTED]))).toEqual({
    offerId: '710891050473',
    titleTranslated: 'Summer pleated skirt',
    title: '夏季新款百褶半身裙',
    supplier: '杭州某某服饰有限公司',
    location: '浙江省杭州市',
    years: 8,
    verified: 'yes',
    badges: 'Super factory; new badge',
    unitPrice: '10.10',
    quantity: 100,
    belowMinimum: 'no',
    converted: '1.40',
    convertedCurrency: 'USD',
    minOrder: 2,
    unit: '件',
    priceSteps: '2+ ¥10.10; 1,000+ ¥9.50',
    monthlySales: 1234,
    repurchaseRate: 0.13,
    patented: 'no',
    weightKg: 0.35,
    detailUrl: 'https://detail.1688.com/offer/710891050473.html',
    imageUrl: 'https://cbu01.alicdn.com/img/ibank/1.jpg?a=1&b="2"',
    note: 'good photos',
    decision: 'sample',
    listingTitle: 'Women’s skirt',
    listingPrice: '24.90',
    listingPriceTo: null,
    listingCurrency: 'USD',
    listingProductNumber: '0012345678905',
    generatedAt: '2026-11-24 15:30',
  })
})

test('unknown values are empty cells, never 0', () => {
  const { offerId, title, detailUrl, quantity, generatedAt, ...rest } = firstRow(
    inputOf([EXPORTED_UNKNOWN], { listing: null }),
  )
  expect([offerId, title, detailUrl, quantity, generatedAt]).not.toContain(null)
  expect(new Set(Object.values(rest))).toEqual(new Set([null]))
})

test('a known zero stays a zero', () => {
  const offer = { ...OFFER, monthlySales: 0, repurchaseRate: 0 }
  expect(firstRow(inputOf([{ ...EXPORTED, offer }]))).toMatchObject({ monthlySales: 0, repurchaseRate: 0 })
})

test('an offer without details has no weight', () => {
  expect(firstRow(inputOf([{ ...EXPORTED, offer: OFFER }])).weightKg).toBeNull()
})

test('a converted price is rounded to the decimals of its currency', () => {
  const yen = { ...EXPORTED, converted: '209.806851851851851851' }
  expect(firstRow(inputOf([yen], { currency: 'JPY' }))).toMatchObject({
    converted: '210',
    convertedCurrency: 'JPY',
  })
})

test('a badge named like an object method is shown by its key', () => {
  const offer = { ...OFFER, supplier: { ...OFFER.supplier, badges: ['constructor'] } }
  expect(firstRow(inputOf([{ ...EXPORTED, offer }])).badges).toBe('constructor')
})

test('with Chinese labels the cells are Chinese', () => {
  expect(firstRow(inputOf([EXPORTED]), LABELS.zh)).toMatchObject({
    verified: '是',
    patented: '否',
    badges: '超级工厂; new badge',
  })
})

describe.each(Object.entries(LABELS))('the labels in %s', (_language, labels) => {
  test('name every column, no two alike', () => {
    const { columns } = toTable(inputOf([], { photos: 5 }), labels)
    expect(columns.map(({ name }) => name)).toEqual(Object.keys(COLUMNS))
    expect(new Set(columns.map(({ label }) => label)).size).toBe(columns.length)
    expect(columns.every(({ label }) => label.trim() === label && label !== '')).toBe(true)
  })

  test('give the sheet a valid name', () => {
    expect(labels.sheet).toMatch(/^[^[\]/\\:*?]{1,31}$/)
  })
})

test('the column with the number of photos exists only if several were searched', () => {
  const names = (input: ExportInput) => toTable(input, LABELS.en).columns.map(({ label }) => label)
  expect(names(inputOf([EXPORTED])).join()).not.toContain('photos')
  const several = inputOf([{ ...EXPORTED, foundBy: 4 }], { photos: 5 })
  expect(names(several)).toContain('Found by photos (of 5)')
  expect(firstRow(several).foundBy).toBe(4)
  expect(toTable(several, LABELS.en).columns.length).toBe(
    toTable(inputOf([EXPORTED]), LABELS.en).columns.length + 1,
  )
})
