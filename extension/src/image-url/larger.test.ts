import { expect, test } from 'vitest'
import { largerAddress } from './larger.ts'

test.each([
  [
    'https://m.media-amazon.com/images/I/71abc+XY-L._AC_SX695_.jpg',
    'https://m.media-amazon.com/images/I/71abc+XY-L.jpg',
  ],
  [
    'https://m.media-amazon.com/images/I/71abc._AC_UL320_SR320,320_.jpg',
    'https://m.media-amazon.com/images/I/71abc.jpg',
  ],
  ['https://ae01.alicdn.com/kf/S1/bag.jpg_220x220q75.jpg_.avif', 'https://ae01.alicdn.com/kf/S1/bag.jpg'],
  [
    'https://cbu01.alicdn.com/img/ibank/O1CN01.jpg_460x460q100.jpg_.webp',
    'https://cbu01.alicdn.com/img/ibank/O1CN01.jpg',
  ],
  [
    'https://cdn.shopify.com/s/files/1/1/products/bag_400x400_crop_center.jpg?v=1',
    'https://cdn.shopify.com/s/files/1/1/products/bag.jpg?v=1',
  ],
  [
    'https://store.example/cdn/shop/files/bag_300x.png?v=2',
    'https://store.example/cdn/shop/files/bag.png?v=2',
  ],
  ['https://i.ebayimg.com/thumbs/images/g/AbC/s-l225.jpg', 'https://i.ebayimg.com/images/g/AbC/s-l1600.jpg'],
  [
    'https://i5.walmartimages.com/asr/1.jpeg?odnHeight=612&odnWidth=612',
    'https://i5.walmartimages.com/asr/1.jpeg',
  ],
  [
    'https://i.etsystatic.com/1/r/il/a/1/il_340x270.1_a.jpg',
    'https://i.etsystatic.com/1/r/il/a/1/il_fullxfull.1_a.jpg',
  ],
  [
    'https://blog.example/wp-content/uploads/2026/01/bag-300x225.jpg',
    'https://blog.example/wp-content/uploads/2026/01/bag.jpg',
  ],
])('%s has a larger version', (address, larger) => {
  expect(largerAddress(address)).toBe(larger)
})

test.each([
  'https://m.media-amazon.com/images/I/71abc.jpg',
  'https://shop.example/i/bag-300x225.jpg',
  'https://shop.example/i/bag_400x400.jpg',
  'data:image/png;base64,AA',
  'blob:https://shop.example/1',
  'nonsense',
])('%s has no known larger version', (address) => {
  expect(largerAddress(address)).toBeUndefined()
})
