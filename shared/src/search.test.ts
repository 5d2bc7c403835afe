import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { regionBox, regionText } from './region.ts'
import { SearchQuerySchema } from './search.ts'

const read = (query: unknown) => v.safeParse(SearchQuerySchema, query)

test('omitted parameters have defaults', () => {
  expect(read({}).output).toEqual({
    mode: 'same',
    page: 1,
    pageSize: 20,
    sort: 'relevance',
    language: 'en',
    priority: 'interactive',
  })
})

test('numbers become numbers, amounts stay strings', () => {
  const query = {
    mode: 'similar',
    page: '3',
    pageSize: '50',
    sort: 'price-asc',
    priceMin: '1.50',
    language: 'ru',
    priority: 'batch',
  }
  expect(read(query).output).toEqual({ ...query, page: 3, pageSize: 50 })
})

describe('a query is refused', () => {
  test.each([
    ['an unknown mode', { mode: 'exact' }],
    ['page 0', { page: '0' }],
    ['a negative page', { page: '-1' }],
    ['a page that is no whole number', { page: '1.5' }],
    ['a page in exponent form', { page: '1e2' }],
    ['a page in hex', { page: '0x10' }],
    ['an empty page', { page: '' }],
    ['a page with a blank', { page: ' 1' }],
    ['a page out of reach', { page: '2001' }],
    ['more than 50 a page', { pageSize: '51' }],
    ['none a page', { pageSize: '0' }],
    ['an unknown order', { sort: 'newest' }],
    ['an unknown language', { language: 'EN' }],
    ['an unknown priority', { priority: 'urgent' }],
    ['a negative amount', { priceMin: '-1' }],
    ['an amount with three decimals', { priceMax: '1.005' }],
    ['an amount that is none', { priceMin: 'NaN' }],
    ['a least price above the greatest', { priceMin: '10', priceMax: '9.99' }],
  ])('%s', (_what, query) => {
    expect(read(query).success).toBe(false)
  })
})

test.each([
  { page: '2000' },
  { pageSize: '50' },
  { priceMin: '10', priceMax: '10.00' },
  { priceMin: '9', priceMax: '10' },
])('the limit itself is allowed: %o', (query) => {
  expect(read(query).success).toBe(true)
})

describe('a region', () => {
  const region = (text: string) => v.safeParse(SearchQuerySchema, { region: text })

  test('is given by position and size in whole pixels', () => {
    expect(region('0,12,300,400').success).toBe(true)
    expect(regionBox('0,12,300,400')).toEqual({ x: 0, y: 12, width: 300, height: 400 })
    expect(regionText({ x: 0, y: 12, width: 300, height: 400 })).toBe('0,12,300,400')
  })

  test.each([
    '',
    '1,2,3',
    '1,2,3,4,5',
    '-1,2,3,4',
    '1.5,2,3,4',
    '1,2,0,4',
    '1,2,3,0',
    '1,2,3,100000',
    '1, 2,3,4',
  ])('“%s” is refused', (text) => expect(region(text).success).toBe(false))
})

describe('a filter', () => {
  test('is the same in whatever order it was given', () => {
    const sorted = ['dropship', 'returns7d', 'fewRefunds']
    expect(read({ filter: 'fewRefunds,dropship,returns7d' }).output).toMatchObject({ filter: sorted })
    expect(read({ filter: 'ships48h' }).output).toMatchObject({ filter: ['ships48h'] })
  })

  test.each(['', ',', 'dropship,', 'Dropship', 'dropship, ships24h', 'cheap', 'ships24h,dropship,ships24h'])(
    '“%s” is refused',
    (filter) => expect(read({ filter }).success).toBe(false),
  )
})

describe('a keyword', () => {
  test('is trimmed', () => {
    expect(read({ keyword: ' 不锈钢 杯\u3000' }).output).toMatchObject({ keyword: '不锈钢 杯' })
    expect(read({ keyword: 'x'.repeat(100) }).success).toBe(true)
  })

  test.each(['', '  ', '\u3000', 'x'.repeat(101)])('“%s” is refused', (keyword) =>
    expect(read({ keyword }).success).toBe(false),
  )
})
