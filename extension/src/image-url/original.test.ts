import { expect, test } from 'vitest'
import { originalOf, shareOriginal } from './original.ts'

test.each([
  [
    'https://m.media-amazon.com/images/I/71a._AC_SX695_.jpg',
    'https://m.media-amazon.com/images/I/71a._AC_US40_.jpg',
  ],
  [
    'https://s.example/cdn/shop/files/bag.jpg?v=9&width=1200',
    'https://s.example/cdn/shop/files/bag_60x.jpg?v=9',
  ],
  ['https://h.example/a.jpg?wid=80&hei=80', 'http://h.example/a.jpg#zoom'],
  ['https://s.example/wp-content/uploads/hat-300x300.jpg', 'https://s.example/wp-content/uploads/hat.jpg'],
])('%s and %s are versions of one picture', (one, other) => {
  expect(originalOf(one)).toBe(originalOf(other))
})

test.each([
  ['https://h.example/a.jpg', 'https://h.example/b.jpg'],
  ['https://h.example/picture?id=1&w=80', 'https://h.example/picture?id=2&w=80'],
  ['data:image/png;base64,AAAA', 'data:image/png;base64,AAAB'],
])('%s and %s are two pictures', (one, other) => {
  expect(originalOf(one)).not.toBe(originalOf(other))
})

test('pictures share an original if any of their addresses do', () => {
  const small = 'https://s.example/wp-content/uploads/hat-60x60.jpg'
  expect(shareOriginal(['https://s.example/zoom/1.jpg', small], [small.replace('-60x60', '')])).toBe(true)
  expect(shareOriginal([], [small])).toBe(false)
})
