import { expect, test } from 'vitest'
import { lengthIn, partsOf, positionIn, rectIn, shapeIn } from './css-lengths.ts'

test.each([
  ['-200px', 500, -200],
  ['25%', 400, 100],
  ['calc(50% - 10px)', 300, 140],
  ['calc(100% - (10px + 5%))', 200, 180],
  ['calc(-1 * (20% / 2))', 100, -10],
  ['min(50%, 30px)', 100, 30],
  ['max(50%, 30px)', 100, 50],
  ['clamp(10px, 90%, 40px)', 100, 40],
  ['1.5e1px', 0, 15],
])('%s of %i pixels are %f', (value, base, expected) => {
  expect(lengthIn(value, base)).toBeCloseTo(expected)
})

test('a keyword is no length', () => {
  expect(lengthIn('auto', 100)).toBeNaN()
})

test.each([
  ['0% 0%', 0, 0],
  ['50% 100%', -300, -400],
  ['-20px -30px', -20, -30],
  ['right 10px bottom 5px', -610, -405],
  ['left 10px top 5px', 10, 5],
  ['right -10px top', -590, 0],
  ['right bottom', -600, -400],
  ['center 7px', -300, 7],
  ['calc(100% - 10px) calc(50% + 5px)', -610, -195],
  ['top', -300, 0],
])('the position %s leaves room at %i and %i', (value, x, y) => {
  expect(positionIn(value, { width: -600, height: -400 })).toEqual({
    x: expect.closeTo(x),
    y: expect.closeTo(y),
  })
})

test('commas and spaces within brackets and quotes separate nothing', () => {
  expect(partsOf('url("a,b.png"), linear-gradient(red, blue)', ',')).toEqual([
    'url("a,b.png")',
    'linear-gradient(red, blue)',
  ])
  expect(partsOf('calc(50% - 10px)  2px', ' ')).toEqual(['calc(50% - 10px)', '2px'])
})

const box = { x: -50, y: -100, width: 100, height: 200 }

test.each([
  ['inset(10px)', { x: -40, y: -90, width: 80, height: 180 }],
  ['inset(0px 50% 25% 10px round 5px)', { x: -40, y: -100, width: 40, height: 150 }],
  ['inset(calc(50% + 10px) 0px 0px)', { x: -50, y: 10, width: 100, height: 90 }],
  ['polygon(0% 0%, 50% 0%, 50% 100%, 0% 100%)', { x: -50, y: -100, width: 50, height: 200 }],
  ['polygon(evenodd, 10px 20px, 90px 20px, 50px 120px)', { x: -40, y: -80, width: 80, height: 100 }],
])('%s leaves a part of a box', (value, expected) => {
  expect(shapeIn(value, box)).toEqual(expected)
})

test.each(['none', 'circle(50%)', 'inset(60%)'])('%s leaves no box', (value) => {
  expect(shapeIn(value, box)).toBe(undefined)
})

test('the older clip counts from the upper left corner', () => {
  expect(rectIn('rect(10px, 60px, auto, 20px)', box)).toEqual({ x: -30, y: -90, width: 40, height: 190 })
  expect(rectIn('auto', box)).toBe(undefined)
})
