import { expect, test } from 'vitest'
import { drawing } from './pictures.ts'
import { faultOf, type PageOutcome, summaryOf } from './verdict.ts'

const sentOf = async (what: string, side: number, how = 'original'): Promise<PageOutcome> => {
  const jpeg = await drawing(what, side, side)?.jpeg().toBuffer()
  const size = { fromWidth: side, fromHeight: side, width: side, height: side }
  return { choices: 0, sent: await summaryOf(jpeg ?? Buffer.of(), { how, ...size }) }
}

test('the right picture at its largest has no fault', async () => {
  expect(faultOf({ colour: 'blue', least: [600, 600] }, await sentOf('blue', 600), false)).toBe(undefined)
})

test.each([
  ['another colour', 'teal', 600, 'original'],
  ['one colour of several', 'sheet', 600, 'original'],
  ['a smaller version', 'blue', 500, 'original'],
  ['a smaller capture', 'blue', 150, 'capture'],
])('%s is a fault', async (_, what, side, how) => {
  const outcome = await sentOf(what, side, how)
  expect(faultOf({ colour: 'blue', least: [600, 600], capture: [200, 200] }, outcome, true)).toBeTypeOf(
    'string',
  )
})

test('a capture is right only where one is acceptable', async () => {
  const outcome = await sentOf('blue', 240, 'capture')
  expect(faultOf({ colour: 'blue', capture: [200, 200] }, outcome, false)).toBe(undefined)
  expect(faultOf({ colour: 'blue', least: [200, 200] }, outcome, false)).toBeTypeOf('string')
})

test('a choice is right only where the browser does not say what was clicked', async () => {
  const outcome = { ...(await sentOf('red', 300)), choices: 3 }
  expect(faultOf({ colour: 'red', least: [300, 300] }, outcome, true)).toBe(undefined)
  expect(faultOf({ colour: 'red', least: [300, 300] }, outcome, false)).toBeTypeOf('string')
})

test('a turned picture is told from an upright one', async () => {
  const outcome = await sentOf('quarters-red-green-blue-yellow', 400)
  expect(faultOf({ quarters: ['red', 'green', 'blue', 'yellow'] }, outcome, false)).toBe(undefined)
  expect(faultOf({ quarters: ['blue', 'red', 'yellow', 'green'] }, outcome, false)).toBeTypeOf('string')
})

test('nothing, an unknown failure and an area are faults unless they are declared right', () => {
  const failure = { choices: 0, failure: 'page_closed' }
  expect(faultOf({ failures: ['page_closed'] }, failure, false)).toBe(undefined)
  expect(faultOf({ colour: 'red' }, failure, false)).toBeTypeOf('string')
  expect(faultOf({ area: true }, { choices: 0, area: true }, false)).toBe(undefined)
  expect(faultOf({ colour: 'red' }, { choices: 0, area: true }, false)).toBeTypeOf('string')
  expect(faultOf({ colour: 'red' }, { choices: 0 }, false)).toBeTypeOf('string')
})
