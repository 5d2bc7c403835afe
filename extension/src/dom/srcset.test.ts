import { expect, test } from 'vitest'
import { addressesIn, largestFirst } from './srcset.ts'

test.each([
  ['a.jpg 320w, b.jpg 1600w, c.jpg 800w', ['b.jpg', 'c.jpg', 'a.jpg']],
  ['a.jpg, b.jpg 2x', ['b.jpg', 'a.jpg']],
  ['a.jpg 1.5x,b.jpg 3x', ['b.jpg', 'a.jpg']],
  [
    'https://h/w_400,h_300/a.jpg 400w, https://h/w_800,h_600/a.jpg 800w',
    ['https://h/w_800,h_600/a.jpg', 'https://h/w_400,h_300/a.jpg'],
  ],
  ['data:image/png;base64,AAAA 1x', ['data:image/png;base64,AAAA']],
  ['  ', []],
])('the largest of “%s” comes first', (srcset, expected) => {
  expect(largestFirst(srcset)).toEqual(expected)
})

test.each([
  ['url("https://h/a.jpg")', ['https://h/a.jpg']],
  ["url('a b.png'), linear-gradient(red, blue)", ['a b.png']],
  ['url("a\\"b.jpg"), url(c.png)', ['a"b.jpg', 'c.png']],
  ['image-set(url("a.jpg") 1x, url("b.jpg") 2dppx)', ['b.jpg', 'a.jpg']],
  ['url("#mask")', []],
  ['none', []],
  ['linear-gradient(red, blue)', []],
])('the style %s shows %j', (value, expected) => {
  expect(addressesIn(value)).toEqual(expected)
})
