import { expect, test } from 'vitest'
import { largerVersions } from './larger-versions.ts'

const UPLOADS = 'https://s.example/wp-content/uploads/'
const addresses = (known: string[]) => largerVersions(known).map(({ address }) => address)

test('the largest version of the shown file is tried first, then those that the page names', () => {
  expect(addresses([`${UPLOADS}bag-1200x900.jpg`, `${UPLOADS}bag-300x225.jpg`])).toEqual([
    `${UPLOADS}bag.jpg`,
    `${UPLOADS}bag-1200x900.jpg`,
  ])
})

test('fallbacks of a shop come last', () => {
  const i = 'https://i.pinimg.com'
  expect(addresses(['https://s.example/zoom.jpg', `${i}/236x/1.jpg`])).toEqual([
    `${i}/originals/1.jpg`,
    'https://s.example/zoom.jpg',
    `${i}/736x/1.jpg`,
  ])
})

test('another file is told from another size of the shown one', () => {
  expect(largerVersions(['https://s.example/zoom/7.jpg', 'https://s.example/bag.jpg?w=90'])).toEqual([
    { address: 'https://s.example/bag.jpg', isSameFile: true },
    { address: 'https://s.example/zoom/7.jpg', isSameFile: false },
  ])
})

test('at most five are tried', () => {
  const many = Array.from({ length: 9 }, (_, at) => `https://s.example/${at}.jpg`)
  expect(addresses(many)).toHaveLength(5)
})

test('without a shown version, or without larger ones, there is nothing to try', () => {
  expect(addresses([])).toEqual([])
  expect(addresses(['https://s.example/bag.jpg'])).toEqual([])
})
