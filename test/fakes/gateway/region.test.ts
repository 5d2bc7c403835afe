import sharp from 'sharp'
import { expect, test } from 'vitest'
import { regionOf } from './region.ts'

const picture = await sharp({ create: { width: 80, height: 60, channels: 3, background: '#a33' } })
  .png()
  .toBuffer()

test('a region is given by its left, right, top and bottom edges', async () => {
  expect(await regionOf('10,80,0,60', picture)).toEqual({ left: 10, top: 0, width: 70, height: 60 })
})

test.each<[unknown]>([
  ['10,81,0,60'],
  ['10,80,0,61'],
  ['80,10,0,60'],
  ['10,80,60,0'],
  ['10,10,0,60'],
  ['10,80,0'],
  ['10,80,0,60,1'],
  ['-1,80,0,60'],
  ['1.5,80,0,60'],
  ['10, 80,0,60'],
  ['left'],
  [''],
  [[10, 80, 0, 60]],
  [null],
  [7],
])('%j is not a region', async (value) => {
  expect(await regionOf(value, picture)).toBeUndefined()
})
