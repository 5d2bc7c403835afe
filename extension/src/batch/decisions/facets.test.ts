import { describe, expect, test } from 'vitest'
import type { BatchRow } from '../../model/batch.ts'
import { aBatchRow, anOutcome } from '../../testing/batches.ts'
import { countFacets, coverageOf, filterRows, resultFacetOf } from './facets.ts'

const none = { kind: 'none', at: 1 } as const
const done = (index: number, outcome: Parameters<typeof anOutcome>[0], more: Partial<BatchRow> = {}) =>
  aBatchRow(index, { state: 'done', outcome: anOutcome(outcome), ...more })

const rows = [
  done(0, { same: 2, likely: 1, suppliers: ['A', 'B'] }, { title: 'Commuter tote', note: 'ask for samples' }),
  done(1, { likely: 1, suppliers: ['B'] }, { decision: none }),
  done(2, {}, { title: 'Coin purse' }),
  done(3, { compared: 0 }),
  done(4, { offers: 0, compared: 0 }),
  aBatchRow(5, { state: 'failed', failure: { code: 'no_picture_named' } }),
  aBatchRow(6, { state: 'searching' }),
  // Sought again after an answer: what is known of it is the earlier answer, and it waits.
  aBatchRow(7, { state: 'waiting', outcome: anOutcome({ same: 1 }) }),
]
const indexesOf = (found: readonly BatchRow[]) => found.map(({ index }) => index)

test('each row has one result', () => {
  expect(rows.map(resultFacetOf)).toEqual([
    ...['same', 'likely', 'none', 'notCompared', 'none', 'failed', 'waiting', 'waiting'],
  ])
})

describe('a filter', () => {
  test('takes as undecided only what 1688 has answered', () => {
    expect(indexesOf(filterRows(rows, { decision: 'undecided' }))).toEqual([0, 2, 3, 4])
    expect(indexesOf(filterRows(rows, { decision: 'decided' }))).toEqual([1])
  })

  test('narrows by everything that is set', () => {
    expect(indexesOf(filterRows(rows, { supplier: 'B' }))).toEqual([0, 1])
    expect(indexesOf(filterRows(rows, { supplier: 'B', decision: 'undecided' }))).toEqual([0])
  })

  test('finds words in titles, notes and own columns, however they are written', () => {
    expect(indexesOf(filterRows(rows, { words: 'TOTE ｃommuter' }))).toEqual([0])
    expect(indexesOf(filterRows(rows, { words: 'sample' }))).toEqual([0])
    expect(indexesOf(filterRows(rows, { words: 's2' }))).toEqual([2])
    expect(filterRows(rows, { words: '  ' })).toHaveLength(rows.length)
  })

  test('joins the words of a row once, whatever is sought and counted', () => {
    let reads = 0
    const row = Object.defineProperty(done(0, {}), 'title', { get: () => `tote ${++reads}` })
    for (const words of ['t', 'to', 'tot', 'tote']) {
      expect(filterRows([row], { words })).toHaveLength(1)
      expect(countFacets([row], { words }).decision.undecided).toBe(1)
    }
    expect(reads).toBe(1)
    // Changed, it is another one.
    expect(filterRows([{ ...row, title: 'clutch' }], { words: 'tote' })).toEqual([])
  })

  test('by margin leaves out rows whose margin is unknown', () => {
    const marginOf = ({ index }: BatchRow) => ({ 0: 0.3, 1: 0.29, 2: -0.1 })[index]
    expect(indexesOf(filterRows(rows, { minMargin: 0.3 }, marginOf))).toEqual([0])
    expect(indexesOf(filterRows(rows, { minMargin: -1 }, marginOf))).toEqual([0, 1, 2])
  })
})

test('counts say what each facet would show beside what is set of the others', () => {
  expect(countFacets(rows, {})).toEqual({
    decision: { undecided: 4, decided: 1 },
    result: { same: 1, likely: 1, none: 2, notCompared: 1, failed: 1, waiting: 2 },
  })
  expect(countFacets(rows, { decision: 'undecided', result: 'same' })).toEqual({
    decision: { undecided: 1, decided: 0 },
    result: { same: 1, likely: 0, none: 2, notCompared: 1, failed: 0, waiting: 0 },
  })
})

test('suppliers of several products come with the most first', () => {
  const more = [...rows, done(8, { suppliers: ['C', 'B'] }), done(9, { suppliers: ['C'] })]
  expect(coverageOf(more)).toEqual([
    { supplier: 'B', products: 3 },
    { supplier: 'C', products: 2 },
  ])
})
