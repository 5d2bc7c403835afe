import { expect, test } from 'vitest'
import { openCatalogue } from './index.ts'
import { pagePicturesOf } from './page-pictures.ts'
import type { KnownSupplier } from './resold.ts'
import { NOT_FOR_SALE } from './terms.ts'

const { products, offers, offersOf, photo, picture } = await openCatalogue()

test('there are at least 240 offers for at least 80 products, each from several suppliers', () => {
  expect(offers.length).toBeGreaterThanOrEqual(240)
  expect(products.length).toBeGreaterThanOrEqual(80)
  for (const { id } of products) expect(offersOf(id).length, id).toBeGreaterThanOrEqual(2)
})

test('offer IDs have 12 digits, and no ID or picture is used twice', () => {
  for (const { offerId } of offers) expect(offerId).toMatch(/^[1-9]\d{11}$/)
  expect(new Set(offers.map(({ offerId }) => offerId)).size).toBe(offers.length)
  expect(new Set(offers.map(({ picture }) => picture)).size).toBe(offers.length)
})

test('a larger quantity never costs more per piece, and the first price tier starts at the minimum order', () => {
  for (const { offerId, priceTiers, minOrder, price } of offers) {
    for (const [at, step] of priceTiers.entries()) {
      expect(step.price, offerId).toMatch(/^\d+\.\d\d$/)
      const before = priceTiers[at - 1]
      if (before) expect(step.minQuantity, offerId).toBeGreaterThan(before.minQuantity)
      if (before) expect(Number(step.price), offerId).toBeLessThanOrEqual(Number(before.price))
    }
    if (priceTiers[0]) expect(priceTiers[0], offerId).toEqual({ minQuantity: minOrder, price })
  }
})

test('some offers have no price tiers, and most have two or three', () => {
  const without = offers.filter(({ priceTiers }) => priceTiers.length === 0).length
  expect(without).toBeGreaterThan(0)
  expect(without).toBeLessThan(offers.length / 4)
})

test('suppliers of the same product charge different prices', () => {
  const same = products.filter(({ id }) => new Set(offersOf(id).map(({ price }) => price)).size === 1)
  expect(same.length).toBeLessThan(products.length / 20)
})

test('a title names the product', () => {
  for (const { id, chinese } of products)
    for (const { title } of offersOf(id)) expect(title).toContain(chinese)
})

test('an offer is published, or in any of the other states that are documented', () => {
  expect(new Set(offers.map(({ terms }) => terms.status))).toEqual(new Set(['published', ...NOT_FOR_SALE]))
})

test('traders show the photo of the factory they buy from: as it is, cropped, and with a watermark', async () => {
  const known = offers.filter(({ supplier }) => 'role' in supplier)
  const byProduct = Map.groupBy(known, ({ productId }) => productId)
  expect(byProduct.size).toBe(8)
  for (const [productId, sold] of byProduct) {
    const roles = sold.map(({ supplier }) => (supplier as KnownSupplier).role)
    expect(roles.sort(), productId).toEqual(['factory', 'trader', 'trader', 'trader'])
    const photos = sold.map(({ offerId }) => photo(offerId))
    expect(new Set(photos.map((each) => JSON.stringify(each?.plan))).size, productId).toBe(1)
    expect(photos.map((each) => each?.edit).sort(), productId).toEqual([
      ...['cropped', 'none', 'watermarked'],
      undefined,
    ])
  }
})

test('a factory makes things of one kind, and a trader sells those of all of them', () => {
  const kinds = Map.groupBy(
    offers.filter(({ supplier }) => 'role' in supplier),
    ({ supplier }) => supplier as KnownSupplier,
  )
  for (const [{ role, name }, sold] of kinds) {
    const categories = new Set(sold.map(({ terms }) => terms.categories[0]))
    expect(categories.size, name).toBe(role === 'factory' ? 1 : 4)
  }
})

test('every picture of an offer’s page can be had', async () => {
  const pages = offers.map((offer) => pagePicturesOf(offer))
  expect(pages.some(({ images }) => images.length > 4)).toBe(true)
  expect(pages.some(({ images }) => images.length === 1)).toBe(true)
  expect(pages.some(({ whiteImage }) => whiteImage === null)).toBe(true)
  const some = pages.slice(0, 4).flatMap(({ images, whiteImage }) => [...images, whiteImage ?? images[0]])
  for (const name of some) expect((await picture(`${name}`))?.subarray(0, 2), name).toEqual(JPEG)
  expect(await picture(`${pages[0]?.images[0]}~v0`)).toBeUndefined()
})

const JPEG = Buffer.from([0xff, 0xd8])
