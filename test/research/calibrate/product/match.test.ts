import { expect, test } from 'vitest'
import { cut, drawing, greyed, mirrorImage } from '../../../../shared/src/photo/testing/sample.ts'
import { compareSeen, seeIn } from './experiment.ts'

const [picture, other] = [seeIn(drawing(3)), seeIn(drawing(9))]

test('features agree on a part of the picture, whatever its colours, and not on another picture', () => {
  const part = seeIn(greyed(cut(drawing(3), 40, 10, 150, 190)))
  expect(compareSeen(picture, part).features).toBeGreaterThan(15)
  expect(compareSeen(picture, other).features).toBeLessThan(6)
})

test('they agree on one move, so that a mirror image is none', () => {
  expect(compareSeen(picture, seeIn(mirrorImage(drawing(3)))).features).toBeLessThan(6)
})

test('colours are what both have, wherever it is', () => {
  expect(compareSeen(picture, seeIn(mirrorImage(drawing(3)))).colours).toBeGreaterThan(0.99)
  expect(compareSeen(picture, seeIn(greyed(drawing(3)))).colours).toBe(0)
  expect(compareSeen(picture, other).colours).toBeLessThan(0.8)
})
