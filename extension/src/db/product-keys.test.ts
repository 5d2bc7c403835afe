import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { aSearch, aSent } from '../testing/searches.ts'
import { productKeysOf } from './product-keys.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

function keysOf(productNumber: string, shop: string | null = null): Promise<string[]> {
  const { listing, source } = aSearch('a', 1)
  const page = shop ? { page: { address: `https://${shop}/skirts/1?from=ad`, title: 'Skirts' } } : {}
  const of = { id: 'a', source: { ...source, ...page } }
  return productKeysOf({ ...of, listing: listing ? { ...listing, productNumber } : null }, undefined)
}

test.each([
  ['B08N5WRWNW', 'asin:B08N5WRWNW'],
  ['b08n5wrwnw', 'asin:B08N5WRWNW'],
  ['4006381333931', 'gtin:04006381333931'],
  ['036000291452', 'gtin:00036000291452'],
  ['0036000291452', 'gtin:00036000291452'],
  ['96385074', 'gtin:00000096385074'],
])('%s is the same product in every shop', async (number, key) => {
  expect(await keysOf(number, 'shop.example')).toContain(key)
  expect(await keysOf(number, 'other.example')).toContain(key)
  expect(await keysOf(number)).toContain(key)
})

test.each(['4006381333932', '12345678', '00000000', 'SKU-1001', '1001'])(
  '%s is only a number of the shop that shows it, whose name is not kept',
  async (number) => {
    const one = await keysOf(number, 'shop.example')
    expect(one).toEqual([`sku:${sha256(`shop.example ${number}`)}`, 'search:a'])
    expect(await keysOf(number, 'other.example')).not.toContain(one[0])
    expect(await keysOf(number)).toEqual(['search:a'])
  },
)

test('the search, the one it repeats and its picture follow', async () => {
  const search = aSearch('b', 1, { repeats: 'a', listing: null })
  expect(await productKeysOf(search, aSent('b', 'a skirt'))).toEqual([
    'search:b',
    'search:a',
    `picture:${sha256('a skirt')}`,
  ])
})
