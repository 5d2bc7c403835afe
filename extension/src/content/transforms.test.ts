import { expect, test } from 'vitest'
import type { Matrix } from '../model/placement.ts'
import { linearOf, straightened, turnOf } from './transforms.ts'

const none = { transform: 'none', rotate: 'none', scale: 'none' }

function matrixOf(style: Partial<typeof none>): Matrix {
  const [[a = 0, c = 0], [b = 0, d = 0]] = linearOf({ ...none, ...style })
  return [a, b, c, d, 0, 0]
}

test.each([
  [{}, 0, false],
  [{ transform: 'matrix(-1, 0, 0, 1, 0, 0)' }, 0, true],
  [{ transform: 'matrix(1, 0, 0, -1, 0, 0)' }, 2, true],
  [{ transform: 'matrix(0, 1, -1, 0, 30, 40)' }, 1, false],
  [{ rotate: '180deg' }, 2, false],
  [{ rotate: '0.75turn' }, 3, false],
  [{ rotate: '-90deg', scale: '-1 1' }, 3, true],
  [{ rotate: 'y 180deg' }, 0, true],
  [{ rotate: '1 0 0 180deg' }, 2, true],
  [{ transform: 'matrix3d(-1, 0, 0, 0, 0, 1, 0, 0, 0, 0, -1, 0, 0, 0, 0, 1)' }, 0, true],
  [{ transform: 'matrix(0.98, 0.17, -0.17, 0.98, 0, 0)' }, 0, false],
])('%j is %i quarter turns, mirrored: %s', (style, quarters, mirrored) => {
  expect(turnOf(matrixOf(style))).toEqual({ quarters, mirrored })
})

test('a rotation in between is none of quarters', () => {
  expect(turnOf(matrixOf({ rotate: '40deg' }))).toBe(undefined)
})

test('the independent properties come before the transform', () => {
  const turned = matrixOf({ rotate: '90deg', transform: 'matrix(2, 0, 0, 1, 0, 0)' })
  expect(turned.map((each) => Math.round(each) || 0)).toEqual([0, 2, -1, 0, 0, 0])
})

test('a decorative tilt is taken away, the mirror and the scale stay', () => {
  const tilted = matrixOf({ rotate: '-5deg', scale: '-2 3' })
  const straight = straightened(tilted, { quarters: 0, mirrored: true })
  expect(straight.map((each) => Math.round(each * 1000) / 1000 || 0)).toEqual([-2, 0, 0, 3, 0, 0])
})
