import 'fake-indexeddb/auto'
import { beforeEach, expect, test } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { productKeysOf } from '../../db/product-keys.ts'
import { eraseProducts, getProduct } from '../../db/products.ts'
import type { Search } from '../../model/search.ts'
import { productFiguresItem, sellingPriceItem } from '../../model/stored-items.ts'
import { aSearch, aSent } from '../../testing/searches.ts'
import { saveFigures, saveSellingPrice } from './save-typed.ts'
import { typedProductOf } from './typed-product.ts'

beforeEach(async () => {
  fakeBrowser.reset()
  await eraseProducts()
})

const search = aSearch('one', 1)
const sent = aSent('one')
const saved = async (of: Search = search) => getProduct(await productKeysOf(of, sent))

test('figures are in the session and saved for the product, those in money for their currency', async () => {
  await saveFigures(search, sent, 'USD', { weightKg: '0.3' }, {})
  await saveFigures(search, sent, 'USD', { other: '1.5' }, {})
  expect(await productFiguresItem.getValue()).toEqual({
    searchId: 'one',
    currency: 'USD',
    weightKg: '0.3',
    other: '1.5',
  })
  expect(await saved()).toMatchObject({
    figures: { weightKg: '0.3' },
    inCurrency: [{ currency: 'USD', figures: { other: '1.5' } }],
  })
})

test('two fields that are changed at once both stay, and a selling price with them', async () => {
  await Promise.all([
    saveFigures(search, sent, 'USD', { weightKg: '0.3' }, {}),
    saveFigures(search, sent, 'USD', { other: '1.5' }, {}),
    saveSellingPrice(search, sent, '31', 'USD'),
  ])
  expect(await productFiguresItem.getValue()).toMatchObject({ weightKg: '0.3', other: '1.5' })
  expect(await sellingPriceItem.getValue()).toEqual({ searchId: 'one', price: '31', currency: 'USD' })
  expect((await saved())?.inCurrency).toEqual([
    { currency: 'USD', figures: { other: '1.5' }, sellingPrice: '31' },
  ])
})

test('the session goes on with what was typed for the product before', async () => {
  await saveFigures(search, sent, 'USD', { other: '2' }, { weightKg: '0.3' })
  expect(await productFiguresItem.getValue()).toMatchObject({ weightKg: '0.3', other: '2' })
})

test('a country that was chosen for a listing is not that of a listing in another currency', async () => {
  await saveFigures(search, sent, 'EUR', { weightKg: '0.3', marketplace: 'DE' }, {})
  const typed = typedProductOf(search, null, null, await saved())
  expect(typed.figuresIn('EUR')).toEqual({ weightKg: '0.3', marketplace: 'DE' })
  expect(typed.figuresIn('USD')).toEqual({ weightKg: '0.3' })
})

test('money of a listing in another currency does not come along', async () => {
  await saveFigures(search, sent, 'USD', { weightKg: '0.3', other: '2' }, {})
  await saveFigures(search, sent, 'CAD', { weightKg: '0.4' }, { weightKg: '0.3' })
  expect(await productFiguresItem.getValue()).toEqual({ searchId: 'one', currency: 'CAD', weightKg: '0.4' })
  expect((await saved())?.inCurrency).toEqual([{ currency: 'USD', figures: { other: '2' } }])
})

test('what is typed in a search that repeats another is there for the next that does', async () => {
  const [second, third] = ['two', 'three'].map((id) => aSearch(id, 2, { repeats: 'one' }))
  if (!second || !third) throw new Error('two searches')
  await saveFigures(second, sent, 'USD', { weightKg: '0.3' }, {})
  await saveSellingPrice(second, sent, '31', 'USD')
  const session = [await productFiguresItem.getValue(), await sellingPriceItem.getValue()] as const
  const typed = typedProductOf(third, ...session, undefined)
  expect(typed.figuresIn('USD')).toEqual({ weightKg: '0.3' })
  expect(typed.sellingPrices).toEqual([{ price: '31', currency: 'USD' }])
})

test('what is typed in a private window is in its session only', async () => {
  const hidden = { ...search, source: { ...search.source, incognito: true } }
  await saveFigures(hidden, sent, 'USD', { weightKg: '0.3' }, {})
  await saveSellingPrice(hidden, sent, '31', 'USD')
  expect(await productFiguresItem.getValue()).toMatchObject({ weightKg: '0.3' })
  expect(await sellingPriceItem.getValue()).toMatchObject({ price: '31' })
  expect(await saved()).toBeUndefined()
})
