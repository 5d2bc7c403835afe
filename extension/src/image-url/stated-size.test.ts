import { expect, test } from 'vitest'
import { statedSize } from './stated-size.ts'

test.each([
  ['https://cdn.shopify.com/s/files/1/bag_1500x1200.jpg', { width: 1500, height: 1200 }],
  ['https://shop.example/stencil/1280x1280/bag.jpg', { width: 1280, height: 1280 }],
  ['https://m.media-amazon.com/images/I/71abc._AC_SL1500_.jpg', { width: 1500, height: 1500 }],
  ['https://i.ebayimg.com/images/g/abc/s-l1600.jpg', { width: 1600, height: 1600 }],
  ['https://img.example/bag.jpg?w=900&h=600', { width: 900, height: 600 }],
  ['https://img.example/bag.jpg', undefined],
  ['https://img.example/bag.jpg?w=900', undefined],
  ['https://img.example/4711x.jpg', undefined],
  ['https://img.example/20x20/bag.jpg', undefined],
  ['https://img.example/bag.jpg?w=large&h=large', undefined],
  ['not an address', undefined],
])('%s: %o', (address, size) => {
  expect(statedSize(address)).toEqual(size)
})
