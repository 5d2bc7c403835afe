import { expect, test } from 'vitest'
import { productNumberOf } from './product-number.ts'

test('a GTIN is preferred to the manufacturer’s number, and that to the shop’s', () => {
  const shops = { productID: 'P-1', sku: 'S-1' }
  expect(productNumberOf(shops)).toBe('S-1')
  expect(productNumberOf({ ...shops, mpn: 'M-1' })).toBe('M-1')
  expect(productNumberOf({ ...shops, mpn: 'M-1', gtin13: '4006381333931' })).toBe('4006381333931')
})

test('a GTIN with a wrong check digit is ignored', () => {
  expect(productNumberOf({ gtin13: '4006381333932', sku: 'S-1' })).toBe('S-1')
  expect(productNumberOf({ gtin: '0000000000000', sku: 'S-1' })).toBe('S-1')
  expect(productNumberOf({ gtin: 'none' })).toBeNull()
})

test('the product number may be a JSON number, and may be on the only offer', () => {
  expect(productNumberOf({ sku: 12345 })).toBe('12345')
  expect(productNumberOf({ offers: { sku: 'S-1' } })).toBe('S-1')
  expect(productNumberOf({ offers: [{ sku: 'S-1' }, { sku: 'S-2' }] })).toBeNull()
})
