import { expect, test } from 'vitest'
import { DEFAULT_ASSUMPTIONS, type LastingAssumptions, lastingOf } from './assumptions.ts'
import { assumptionsItem, productFiguresItem } from './stored-items.ts'

const lasting: LastingAssumptions = { freight: { perKg: '38' }, duty: 'none', fee: { percent: '13' } }

test('assumptions for every product are stored', async () => {
  expect(await assumptionsItem.getValue()).toEqual(DEFAULT_ASSUMPTIONS)
  expect(await productFiguresItem.getValue()).toBeNull()
  await assumptionsItem.setValue(lasting)
  expect(await assumptionsItem.getValue()).toEqual(lasting)
})

test('what an earlier version stored is still read', () => {
  // Its usual duty was one range for all countries.
  expect(lastingOf({ freight: 'air', duty: 'usual', fee: 'usual' })).toEqual(DEFAULT_ASSUMPTIONS)
  expect(lastingOf({ freight: 'sea', duty: 'high', fee: 'none' })).toEqual({
    ...{ freight: 'sea', duty: 'high', fee: 'none' },
  })
  expect(lastingOf({ freight: 'express', duty: 'none', fee: 'usual' })).toMatchObject({ duty: 'none' })
  const ownRate = { from: 'CNY', to: 'EUR', rate: '0.13' }
  const own = { freight: { perKg: '38' }, duty: { percent: '6.5' }, fee: { percent: '13' }, ownRate }
  expect(lastingOf(own)).toEqual(own)
})

test('what nobody can read is as if it had never been set', () => {
  expect(lastingOf(null)).toEqual(DEFAULT_ASSUMPTIONS)
  expect(lastingOf({ freight: 'rocket', duty: 7, fee: null })).toEqual(DEFAULT_ASSUMPTIONS)
})

test('text that is not a number is kept for its field', () => {
  expect(lastingOf({ ...lasting, agentPercent: 'five', duty: { percent: '130' } })).toMatchObject({
    agentPercent: 'five',
    duty: { percent: '130' },
  })
})
