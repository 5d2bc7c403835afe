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
  ['a.jpg 300w 200h, b.jpg 1400w 900h', ['b.jpg', 'a.jpg']],
  ['a.jpg 200h 300w,\n\t b.jpg\t1400w', ['b.jpg', 'a.jpg']],
  [', a.jpg,, b.jpg 2x,', ['b.jpg', 'a.jpg']],
  ['a.jpg 1e3w, b.jpg -1x, c.jpg 1x 2w, d.jpg 100h, e.jpg 2w 2w, f.jpg 5w', ['f.jpg']],
  ['a.jpg calc(1, 2)x, b.jpg 2x', ['b.jpg']],
  ['data:image/svg+xml,%3Csvg,%3E 100w, a,b.jpg 200w', ['a,b.jpg', 'data:image/svg+xml,%3Csvg,%3E']],
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
