import { expect, test } from 'vitest'
import { resizeByKey } from './keyboard-resize.ts'

const picture = { width: 800, height: 600 }
const box = { x: 100, y: 50, width: 300, height: 200 }
const press = (key: string, held: { shiftKey?: boolean; altKey?: boolean } = {}) =>
  resizeByKey(box, { key, shiftKey: false, altKey: false, ...held }, picture)

test('arrow keys move the box, with Alt further', () => {
  expect(press('ArrowRight')).toEqual({ ...box, x: 104 })
  expect(press('ArrowUp', { altKey: true })).toEqual({ ...box, y: 10 })
})

test('with Shift they resize it by the far corner', () => {
  expect(press('ArrowDown', { shiftKey: true })).toEqual({ ...box, height: 204 })
  expect(press('ArrowLeft', { shiftKey: true, altKey: true })).toEqual({ ...box, width: 260 })
})

test('in a small picture the steps are single pixels', () => {
  expect(
    resizeByKey(box, { key: 'ArrowRight', shiftKey: false, altKey: false }, { width: 500, height: 400 })?.x,
  ).toBe(103)
  const tiny = { x: 0, y: 0, width: 40, height: 40 }
  expect(
    resizeByKey(tiny, { key: 'ArrowRight', shiftKey: false, altKey: false }, { width: 60, height: 60 })?.x,
  ).toBe(1)
})

test('other keys do nothing', () => {
  expect(press('Enter')).toBeUndefined()
  expect(press('a')).toBeUndefined()
})
