import { expect, test } from 'vitest'
import { cut, drawing, greyed, mirrorImage } from '../../../../shared/src/photo/testing/sample.ts'
import { compareSeen, seeIn } from './experiment.ts'

const [picture, other] = [seeIn(drawing(3)), seeIn(drawing(9))]

test('features match part of a picture, whatever its colours, but not another picture', () => {
  const part = seeIn(greyed(cut(drawing(3), 40, 10, 150, 190)))
  expect(compareSeen(picture, part).features).toBeGreaterThan(15)
  expect(compareSeen(picture, other).features).toBeLessThan(6)
})

test('features do not match a mirror image', () => {
  expect(compareSeen(picture, seeIn(mirrorImage(drawing(3)))).features).toBeLessThan(6)
})

test('colours in common count wherever they are', () => {
  expect(compareSeen(picture, seeIn(mirrorImage(drawing(3)))).colours).toBeGreaterThan(0.99)
  expect(compareSeen(picture, seeIn(greyed(drawing(3)))).colours).toBe(0)
  expect(compareSeen(picture, other).colours).toBeLessThan(0.8)
})
