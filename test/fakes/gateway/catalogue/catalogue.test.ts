import { expect, test } from 'vitest'
import { openCatalogue } from './index.ts'

const { products, offers, offersOf } = await openCatalogue()

test('there are at least 240 offers over at least 80 products, each sold by several suppliers', () => {
  expect(offers.length).toBeGreaterThanOrEqual(240)
  expect(products.length).toBeGreaterThanOrEqual(80)
  for (const { id } of products) expect(offersOf(id).length, id).toBeGreaterThanOrEqual(2)
})

test('offer ids are 12 digits and, like the pictures, never given twice', () => {
  for (const { offerId } of offers) expect(offerId).toMatch(/^[1-9]\d{11}$/)
  expect(new Set(offers.map(({ offerId }) => offerId)).size).toBe(offers.length)
  expect(new Set(offers.map(({ picture }) => picture)).size).toBe(offers.length)
})

test('a greater quantity is never dearer, and the first step is the minimum order', () => {
  for (const { offerId, priceSteps, minOrder, price } of offers) {
    for (const [at, step] of priceSteps.entries()) {
      expect(step.price, offerId).toMatch(/^\d+\.\d\d$/)
      const before = priceSteps[at - 1]
      if (before) expect(step.minQuantity, offerId).toBeGreaterThan(before.minQuantity)
      if (before) expect(Number(step.price), offerId).toBeLessThanOrEqual(Number(before.price))
    }
    if (priceSteps[0]) expect(priceSteps[0], offerId).toEqual({ minQuantity: minOrder, price })
  }
})

test('some offers have no price steps and most have two or three', () => {
  const without = offers.filter(({ priceSteps }) => priceSteps.length === 0).length
  expect(without).toBeGreaterThan(0)
  expect(without).toBeLessThan(offers.length / 4)
})

test('suppliers of one product ask different prices', () => {
  const same = products.filter(({ id }) => new Set(offersOf(id).map(({ price }) => price)).size === 1)
  expect(same.length).toBeLessThan(products.length / 20)
})

test('a title names the product', () => {
  for (const { id, chinese } of products)
    for (const { title } of offersOf(id)) expect(title).toContain(chinese)
})
