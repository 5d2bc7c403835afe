import { expect, test } from 'vitest'
import { dragHandleAt, inPicture, inView, REACH } from './drag-handle.ts'

const box = { x: 100, y: 100, width: 200, height: 100 }

test.each([
  [100, 100, 'nw'],
  [300, 200, 'se'],
  [200, 100, 'n'],
  [300, 150, 'e'],
  [100 - REACH, 200 + REACH, 'sw'],
  [200, 150, 'move'],
] as const)('the handle at %i,%i is %s', (x, y, grip) => expect(dragHandleAt({ x, y }, box)).toBe(grip))

test('an edge can be dragged over at least 24 pixels, and not beyond', () => {
  const held = Array.from({ length: 100 }, (_, at) => dragHandleAt({ x: 60 + at, y: 150 }, box)).filter(
    (grip) => grip === 'w',
  )
  expect(held.length).toBeGreaterThanOrEqual(24)
  expect(dragHandleAt({ x: 100 - REACH - 1, y: 150 }, box)).toBeUndefined()
})

test('a box smaller than its handles can still be moved', () => {
  expect(dragHandleAt({ x: 106, y: 106 }, { ...box, width: 12, height: 12 })).toBe('move')
})

test('points map between view and picture', () => {
  const [shown, picture] = [
    { width: 400, height: 300 },
    { width: 800, height: 600 },
  ]
  expect(inPicture({ x: 10, y: 20 }, shown, picture)).toEqual({ x: 20, y: 40 })
  expect(inView({ x: 20, y: 40, width: 200, height: 100 }, shown, picture)).toEqual({
    x: 10,
    y: 20,
    width: 100,
    height: 50,
  })
})
