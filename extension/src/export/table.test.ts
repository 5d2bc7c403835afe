import { describe, expect, test } from 'vitest'
import { COLUMNS, type ColumnName } from './columns.ts'
import { LABELS } from './labels.ts'
import { type Cell, type ExportInput, toTable } from './table.ts'
import {
  DETAILED,
  EXPORTED,
  EXPORTED_UNKNOWN,
  inputOf,
  LISTING,
  NO_PRICE,
  OFFER,
} from './testing/export-input.ts'

const tiersOf = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ minQuantity: index + 1, price: String(9 - index) }))

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
    badges: 'Super factory | new badge',
    unitPrice: '10.10',
    quantity: 100,
    belowMinimum: 'no',
    converted: '1.40',
    convertedCurrency: 'USD',
    minOrder: 2,
    unit: '件',
    priceSteps: '2+ ¥10.10 | 1,000+ ¥9.50',
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
    listingPriceBasis: null,
    ...{ variant: null, stock: null, availability: null },
    ...{ contactedAt: '2026-11-24 10:00', contactMessage: '您好' },
    listingCurrency: 'USD',
    listingProductNumber: '0012345678905',
    generatedAt: '2026-11-24 15:30',
    photo: 'Same photo: mirrored',
    priceBasis: 'price tiers',
    listPrice: null,
    listPriceTo: null,
    variantPriceLow: null,
    variantPriceHigh: null,
    lengthCm: 30,
    widthCm: 20,
    heightCm: 5,
    detailsAt: '2026-11-23 09:05',
    landedLow: '3.10',
    landedHigh: '4.20',
    landedBound: null,
    marginCurrency: 'USD',
    marginLow: -0.0512,
    marginHigh: 0.3127,
    marginBound: null,
    marginMissing: null,
    tierQuantity1: 2,
    tierPrice1: '10.10',
    tierQuantity2: 1000,
    tierPrice2: '9.5',
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
    badges: '超级工厂 | new badge',
  })
})

describe.each(Object.entries(LABELS))('the labels in %s', (_language, labels) => {
  test('name every column, no two alike', () => {
    const offer = { ...OFFER, priceTiers: tiersOf(9) }
    const { columns } = toTable(inputOf([{ ...EXPORTED, offer }], { photos: 5 }), labels)
    expect(columns.map(({ name }) => name)).toEqual(Object.keys(COLUMNS))
    expect(new Set(columns.map(({ label }) => label)).size).toBe(columns.length)
    expect(columns.every(({ label }) => label.trim() === label && label !== '')).toBe(true)
  })

  test('give the sheet a valid name', () => {
    expect(labels.sheet).toMatch(/^[^[\]/\\:*?]{1,31}$/)
  })
})

test('the columns that people’s formulas refer to by letter stay where they are', () => {
  const names = toTable(inputOf([EXPORTED]), LABELS.en).columns.map(({ name }) => name)
  expect(names.slice(0, 9)).toEqual(
    'offerId titleTranslated title supplier location years verified badges unitPrice'.split(' '),
  )
  expect(names[29]).toBe('generatedAt')
})

describe('price tiers', () => {
  const columnsOf = (...counts: number[]) => {
    const offers = counts.map((count) => ({ ...EXPORTED, offer: { ...OFFER, priceTiers: tiersOf(count) } }))
    return toTable(inputOf(offers), LABELS.en)
  }
  const tierNames = (...counts: number[]) =>
    columnsOf(...counts).columns.flatMap(({ name, label }) => (name.startsWith('tier') ? label : []))

  test('have as many columns as the offer with the most of them', () => {
    expect(tierNames(0)).toEqual([])
    expect(tierNames(1, 2, 0)).toEqual([
      'Tier 1: from quantity',
      'Tier 1: price (CNY)',
      'Tier 2: from quantity',
      'Tier 2: price (CNY)',
    ])
  })

  test('beyond the fifth are in the text only, and missing ones are empty', () => {
    expect(tierNames(7)).toHaveLength(10)
    const { columns, rows } = columnsOf(7, 1)
    const cell = (row: number, name: ColumnName) =>
      rows[row]?.[columns.findIndex((each) => each.name === name)]
    expect(cell(0, 'priceSteps')).toMatch(/7\+ ¥3\.00$/)
    expect([cell(0, 'tierQuantity5'), cell(0, 'tierPrice5')]).toEqual([5, '5'])
    expect([cell(1, 'tierQuantity1'), cell(1, 'tierQuantity2'), cell(1, 'tierPrice5')]).toEqual([
      1,
      null,
      null,
    ])
  })

  test('are in the order of their quantities', () => {
    const offer = { ...OFFER, priceTiers: OFFER.priceTiers.toReversed() }
    expect(firstRow(inputOf([{ ...EXPORTED, offer }]))).toMatchObject({
      tierQuantity1: 2,
      tierQuantity2: 1000,
    })
  })
})

test('a list price is in a column of its own, and is no price at my quantity', () => {
  const out = { ...EXPORTED, ...NO_PRICE, basis: 'list', listPrice: { low: '35.50', high: '40' } } as const
  expect(firstRow(inputOf([{ ...out, converted: null }]))).toMatchObject({
    unitPrice: null,
    converted: null,
    priceBasis: 'list price only',
    listPrice: '35.50',
    listPriceTo: '40',
  })
})

test('prices by variant are in columns of their own', () => {
  const out = { ...NO_PRICE, basis: 'variants', variantPrices: { low: '8', high: '12' } } as const
  expect(firstRow(inputOf([{ ...EXPORTED, ...out }]))).toMatchObject({
    unitPrice: null,
    priceBasis: 'by variant',
    variantPriceLow: '8',
    variantPriceHigh: '12',
  })
})

test('a margin that is not known is empty and names what is missing; a known landed cost stays', () => {
  const margin = {
    ...{ currency: 'JPY', landed: { low: '310.456', high: '420' }, landedBound: null, margin: null },
    ...{ bound: null, missing: ['selling price', 'freight (no weight)'] },
  }
  expect(firstRow(inputOf([{ ...EXPORTED, margin }]))).toMatchObject({
    landedLow: '310',
    landedHigh: '420',
    marginCurrency: 'JPY',
    marginLow: null,
    marginHigh: null,
    marginBound: null,
    marginMissing: 'selling price | freight (no weight)',
  })
  const unknown = { ...margin, landed: null }
  expect(firstRow(inputOf([{ ...EXPORTED, margin: unknown }]))).toMatchObject({
    landedLow: null,
    marginCurrency: null,
  })
})

test.each([
  ['atMost', 'at most', null, 0.4],
  ['atLeast', 'at least', 0.2, null],
  ['open', 'may be higher or lower', 0.2, 0.4],
] as const)(
  'a margin that is only known %s says so, and has only the end that holds',
  (bound, said, low, high) => {
    const margin = {
      ...{
        currency: 'USD',
        landed: { low: '3.10', high: '4' },
        landedBound: 'atLeast' as const,
        margin: { low: '0.2', high: '0.4' },
      },
      ...{ bound, missing: [] },
    }
    expect(firstRow(inputOf([{ ...EXPORTED, margin }]))).toMatchObject({
      ...{ landedLow: '3.10', landedHigh: null, landedBound: 'at least', marginCurrency: 'USD' },
      ...{ marginBound: said, marginLow: low, marginHigh: high },
    })
  },
)

test.each([
  [{ price: '6.50', priceTo: null, isFrom: true as const }, 'from this price'],
  [{ price: '6.50', priceTo: null }, null],
  [{ price: '6.50', priceTo: '8' }, null],
  [{ price: null, priceTo: null, isFrom: true as const }, null],
])('of a listing with %j it says %j', (prices, said) => {
  const { isFrom: _, ...listing } = LISTING
  expect(firstRow(inputOf([EXPORTED], { listing: { ...listing, ...prices } })).listingPriceBasis).toBe(said)
})

test('offers that were found for different products have their own listings', () => {
  const other = { ...LISTING, title: 'A chair', price: '80', currency: 'EUR' }
  const input = {
    ...inputOf([]),
    offers: [other, LISTING, null].map((listing) => ({ ...EXPORTED, listing })),
  }
  const { columns, rows } = toTable(input, LABELS.en)
  const at = (name: ColumnName) => columns.findIndex((each) => each.name === name)
  expect(rows.map((row) => row[at('listingTitle')])).toEqual(['A chair', 'Women’s skirt', null])
  expect(columns[at('listingPrice')]?.currency).toBeNull()
})

test('money has the currency of its column, if that is known', () => {
  const currencies = (input: ExportInput) =>
    Object.fromEntries(toTable(input, LABELS.en).columns.map(({ name, currency }) => [name, currency]))
  const input = inputOf([EXPORTED], { currency: 'JPY' })
  expect(currencies(input)).toMatchObject({
    unitPrice: 'CNY',
    tierPrice1: 'CNY',
    converted: 'JPY',
    listingPrice: 'USD',
    landedHigh: 'USD',
    quantity: null,
  })
  expect(currencies(inputOf([EXPORTED], { listing: { ...LISTING, currency: null } })).listingPrice).toBeNull()
})

test('no list within a cell is split where a spreadsheet splits a file', () => {
  const cells = Object.values(firstRow(inputOf([EXPORTED]))).filter((cell) => typeof cell === 'string')
  expect(cells.join('')).not.toContain(';')
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

test('the variant that the price is of is named, with its stock', () => {
  const variant = (id: string, value: string, valueTranslated: string, stock: number | null) => ({
    ...{ id, attributes: [{ name: '颜色', value, valueTranslated }], price: '9.9', promotionPrice: null },
    ...{ stock, imageUrl: null, weightKg: null },
  })
  const variants = [
    variant('1', '盖子', 'Lid', 900),
    variant('2', '红色', 'Red', 12),
    variant('3', '蓝色', 'Blue', null),
  ]
  const rowOf = (keys: string[], labels = LABELS.en) => {
    const offer = { ...DETAILED, variants, match: { keys, by: 'photo' as const } }
    const { variant, stock, availability } = firstRow(inputOf([{ ...EXPORTED, offer }]), labels)
    return { variant, stock, availability }
  }
  expect(rowOf(['2'])).toEqual({ variant: 'Red', stock: 12, availability: null })
  expect(rowOf(['2', '3'], LABELS.zh)).toEqual({ variant: '红色 | 蓝色', stock: null, availability: null })
  expect(rowOf([])).toEqual({ variant: null, stock: null, availability: null })
})
