import { expect, test } from 'vitest'
import type { BatchRow } from '../../model/batch.ts'
import { aBatchRow, anOutcome } from '../../testing/batches.ts'
import { firstToDecide, nextToDecide } from './use-desk-rows.ts'

const decision = { kind: 'none', at: 1 } as const
const done = (index: number, more: Partial<BatchRow> = {}) =>
  aBatchRow(index, { state: 'done', outcome: anOutcome(), ...more })

const rows = [done(0, { decision }), aBatchRow(1), done(2), done(3, { decision }), done(4), done(7)]

test('one begins at the first product that can be decided, or at the first of all', () => {
  expect(firstToDecide(rows)).toBe(2)
  expect(firstToDecide([aBatchRow(5), aBatchRow(6)])).toBe(5)
  expect(firstToDecide([])).toBeUndefined()
})

test('after a decision comes the next product that is still to be decided', () => {
  expect(nextToDecide(rows, 2)).toBe(4)
  expect(nextToDecide(rows, 0)).toBe(2)
})

test('from the end it goes around, and stops where nothing is left', () => {
  expect(nextToDecide(rows, 7)).toBe(2)
  expect(nextToDecide([done(0), done(1, { decision })], 0)).toBeUndefined()
})
