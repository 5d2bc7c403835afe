import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, test } from 'vitest'
import { database } from './database.ts'
import {
  eraseProducts,
  getProduct,
  linkProduct,
  MAX_PRODUCTS,
  restoreProducts,
  saveProduct,
} from './products.ts'

beforeEach(async () => {
  await eraseProducts()
})

const weight = (weightKg: string | undefined) => ({ figures: { weightKg } })
const price = (currency: string, sellingPrice: string | undefined) => ({
  inCurrency: { currency, sellingPrice },
})
const weightOf = async (...keys: string[]) => (await getProduct(keys))?.figures.weightKg
const count = async () => (await database()).count('products')

test('what was typed is found by each key of the product, and by no other', async () => {
  await saveProduct(['asin:B000000001', 'search:1', 'picture:x'], weight('0.3'))
  for (const key of ['asin:B000000001', 'search:1', 'picture:x']) expect(await weightOf(key)).toBe('0.3')
  expect(await getProduct(['asin:B000000002', 'picture:y'])).toBeUndefined()
  expect(await getProduct([])).toBeUndefined()
})

test('figures of a form that only others know come back as they are, and a text that is no number too', async () => {
  const figures = { weightKg: '0,3 or so', box: { lengthCm: '40' } }
  await saveProduct(['search:1'], { figures })
  expect((await getProduct(['search:1']))?.figures).toEqual(figures)
})

test('a figure that is taken away is gone, and with the last one the entry', async () => {
  await saveProduct(['search:1'], weight('0.3'))
  await saveProduct(['search:1'], price('USD', '39.99'))
  await saveProduct(['search:1'], weight(undefined))
  expect(await getProduct(['search:1'])).toMatchObject({
    figures: {},
    inCurrency: [{ currency: 'USD', sellingPrice: '39.99' }],
  })
  await saveProduct(['search:1'], price('USD', undefined))
  expect(await count()).toBe(0)
})

test('money is kept for each currency, the latest last', async () => {
  await saveProduct(['asin:B000000001'], price('USD', '39.99'))
  await saveProduct(['asin:B000000001'], { inCurrency: { currency: 'EUR', figures: { other: '1.20' } } })
  await saveProduct(['asin:B000000001'], price('EUR', '35'))
  await saveProduct(['asin:B000000001'], price('USD', '41'))
  expect((await getProduct(['asin:B000000001']))?.inCurrency).toEqual([
    { currency: 'EUR', figures: { other: '1.20' }, sellingPrice: '35' },
    { currency: 'USD', figures: {}, sellingPrice: '41' },
  ])
})

describe('when more becomes known of a product', () => {
  test('what was typed is found by the new keys as well', async () => {
    await saveProduct(['search:1', 'picture:small'], weight('0.3'))
    await linkProduct(['asin:B000000001', 'search:2', 'search:1', 'picture:large'])
    expect(await weightOf('asin:B000000001')).toBe('0.3')
    expect(await weightOf('picture:large')).toBe('0.3')
    expect(await weightOf('picture:small')).toBe('0.3')
    expect(await count()).toBe(1)
  })

  test('two entries become one, in which the later figures count', async () => {
    await saveProduct(['asin:B000000001'], { ...weight('0.5'), ...price('USD', '39.99') }, 20)
    await saveProduct(['picture:x'], { figures: { weightKg: '0.3', other: '2' } }, 10)
    await linkProduct(['asin:B000000001', 'picture:x'])
    expect(await count()).toBe(1)
    expect(await getProduct(['picture:x'])).toMatchObject({
      at: 20,
      figures: { weightKg: '0.5', other: '2' },
      inCurrency: [{ currency: 'USD', sellingPrice: '39.99' }],
    })
  })

  test('nothing is saved for a product of which nothing was typed', async () => {
    await linkProduct(['asin:B000000001', 'picture:x'])
    expect(await count()).toBe(0)
  })
})

describe('two products with the same picture', () => {
  beforeEach(async () => {
    await saveProduct(['asin:B000000001', 'search:1', 'picture:x'], weight('0.3'))
    await saveProduct(['asin:B000000002', 'search:2', 'picture:x'], weight('0.7'))
  })

  test('do not get each other’s figures', async () => {
    expect(await count()).toBe(2)
    expect(await weightOf('asin:B000000001', 'picture:x')).toBe('0.3')
    expect(await weightOf('asin:B000000002', 'picture:x')).toBe('0.7')
    expect(await weightOf('asin:B000000003', 'picture:x')).toBeUndefined()
  })

  test('are told apart by their search, and by the picture alone not at all', async () => {
    expect(await weightOf('search:2', 'picture:x')).toBe('0.7')
    expect(await weightOf('search:9', 'picture:x')).toBeUndefined()
  })

  test('stay two when they are searched again', async () => {
    await linkProduct(['asin:B000000002', 'search:3', 'picture:x'])
    expect(await weightOf('search:3')).toBe('0.7')
    expect(await weightOf('search:1')).toBe('0.3')
  })
})

test('numbers of different kinds can be of one product', async () => {
  await saveProduct(['asin:B000000001', 'picture:x'], weight('0.3'))
  expect(await weightOf('gtin:04006381333931', 'picture:x')).toBe('0.3')
})

test('a product that is searched again and again is still found by its number', async () => {
  await saveProduct(['asin:B000000001', 'search:0'], weight('0.3'))
  for (let index = 1; index < 60; index++) await linkProduct(['asin:B000000001', `search:${index}`])
  const keys = (await getProduct(['search:59']))?.keys ?? []
  expect(keys.length).toBeLessThan(30)
  expect(keys).toContain('asin:B000000001')
})

test('with one more than the most, the one that was changed longest ago goes', async () => {
  for (let index = 0; index < MAX_PRODUCTS; index++)
    await saveProduct([`search:${index}`], weight('1'), index)
  await saveProduct(['search:0'], weight('2'), MAX_PRODUCTS)
  await saveProduct(['search:new'], weight('3'), MAX_PRODUCTS + 1)
  expect(await count()).toBe(MAX_PRODUCTS)
  expect(await weightOf('search:0')).toBe('2')
  expect(await weightOf('search:1')).toBeUndefined()
})

test('erasing can be undone, and what was typed since stays', async () => {
  await saveProduct(['search:1'], weight('1'))
  await saveProduct(['search:2'], weight('2'))
  const removed = await eraseProducts()
  expect(await count()).toBe(0)
  await saveProduct(['search:2'], weight('9'))
  await restoreProducts(removed)
  expect(await weightOf('search:1')).toBe('1')
  expect(await weightOf('search:2')).toBe('9')
})
