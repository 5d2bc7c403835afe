import { expect, test } from 'vitest'
import { openCatalogue } from './index.ts'

const { products, offers, offersOf } = await openCatalogue()

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
