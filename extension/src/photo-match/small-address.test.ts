import { expect, test } from 'vitest'
import { smallAddress } from './small-address.ts'

test('a picture of 1688 has a small version', () => {
  expect(smallAddress('https://cbu01.alicdn.com/img/ibank/O1CN01abc_!!0-0-cib.jpg')).toBe(
    'https://cbu01.alicdn.com/img/ibank/O1CN01abc_!!0-0-cib.jpg_220x220.jpg',
  )
  expect(smallAddress('https://img.alicdn.com/a.PNG#x')).toBe('https://img.alicdn.com/a.PNG_220x220.jpg')
})

test('a smaller version has no small version of its own', () => {
  expect(smallAddress('https://cbu01.alicdn.com/a.jpg_460x460.jpg')).toBeUndefined()
  expect(smallAddress('https://cbu01.alicdn.com/a.jpg_.webp')).toBeUndefined()
})

test('other hosts, other formats and addresses with a query have no small version', () => {
  for (const address of [
    'https://shop.example/a.jpg',
    'https://notalicdn.com/a.jpg',
    'https://alicdn.com.example/a.jpg',
    'https://cbu01.alicdn.com/a.jpg?sign=1',
    'https://cbu01.alicdn.com/a.gif',
    'data:image/jpeg;base64,AA==',
    'a.jpg',
  ])
    expect(smallAddress(address), address).toBeUndefined()
})
