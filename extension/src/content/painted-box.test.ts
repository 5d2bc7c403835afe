import { expect, test } from 'vitest'
import { backgroundBox, objectBox } from './painted-box.ts'

const area = { x: 0, y: 0, width: 200, height: 100 }
const layer = { size: 'auto', position: '0% 0%', repeat: 'no-repeat' }
const sheet = { width: 800, height: 400 }

test.each([
  [{ position: '-200px -100px' }, { x: -200, y: -100, width: 800, height: 400 }],
  [{ position: '50% 100%' }, { x: -300, y: -300, width: 800, height: 400 }],
  [{ size: '300%' }, { x: 0, y: 0, width: 600, height: 300 }],
  [
    { size: 'auto 200px', position: 'right 10px bottom 5px' },
    { x: -210, y: -105, width: 400, height: 200 },
  ],
  [
    { size: 'cover', position: '50% 50%' },
    { x: 0, y: 0, width: 200, height: 100 },
  ],
  [{ size: 'contain' }, { x: 0, y: 0, width: 200, height: 100 }],
  [
    { size: '400px 50px', position: '50% 50%' },
    { x: -100, y: 25, width: 400, height: 50 },
  ],
])('a background with %j is painted at %j', (style, box) => {
  expect(backgroundBox(area, area, { ...layer, ...style }, sheet)?.box).toEqual(box)
})

test('of repeated tiles, the one that shows most counts', () => {
  const style = { ...layer, position: '100px 0px', repeat: 'repeat' }
  expect(backgroundBox(area, area, { ...style, position: '750px 0px' }, sheet)?.box).toMatchObject({ x: -50 })
  expect(backgroundBox(area, area, style, { width: 40, height: 30 })?.box).toMatchObject({ x: 20, y: 0 })
  expect(backgroundBox(area, area, { ...style, repeat: 'repeat-x' }, sheet)?.box).toMatchObject({
    x: 100,
    y: 0,
  })
})

test('without the size of the picture only two lengths tell where it is', () => {
  expect(backgroundBox(area, area, layer, undefined)).toBe(undefined)
  expect(backgroundBox(area, area, { ...layer, size: '50% auto' }, undefined)).toBe(undefined)
  expect(backgroundBox(area, area, { ...layer, size: 'cover' }, undefined)).toBe(undefined)
  expect(backgroundBox(area, area, { ...layer, size: '600px 300%' }, undefined)?.box).toMatchObject({
    width: 600,
    height: 300,
  })
})

test.each([
  ['fill', '50% 50%', { x: 0, y: 0, width: 200, height: 100 }],
  ['contain', '50% 50%', { x: 50, y: 0, width: 100, height: 100 }],
  ['contain', 'right 10px top', { x: 90, y: 0, width: 100, height: 100 }],
  ['cover', '50% 25%', { x: 0, y: -25, width: 200, height: 200 }],
  ['none', '0px -50px', { x: 0, y: -50, width: 400, height: 400 }],
  ['scale-down', '0% 0%', { x: 0, y: 0, width: 100, height: 100 }],
])('with object-fit %s at %s the picture is at %j', (fit, position, box) => {
  expect(objectBox(area, { width: 400, height: 400 }, { fit, position, viewBox: 'none' }).box).toEqual(box)
})

test('a view box of the picture is enlarged to the element', () => {
  const style = { fit: 'fill', position: '50% 50%', viewBox: 'inset(25% 50% 50% 0px)' }
  expect(objectBox(area, { width: 400, height: 400 }, style)).toEqual({
    box: { x: 0, y: -100, width: 400, height: 400 },
    isChosen: true,
  })
})
