import { expect, test } from 'vitest'
import { assumptionsFor, DEFAULT_ASSUMPTIONS, type LastingAssumptions } from './assumptions.ts'
import { assumptionsItem, productFiguresItem } from './stored-items.ts'

const lasting: LastingAssumptions = { freight: { perKg: '38' }, duty: 'none', fee: { percent: '13' } }

test('figures of one product do not apply to another', () => {
  const figures = { searchId: 'a', weightKg: '0.2', other: '1.5' }
  expect(assumptionsFor('a', lasting, figures)).toEqual({ ...lasting, weightKg: '0.2', other: '1.5' })
  expect(assumptionsFor('b', lasting, figures)).toEqual(lasting)
  expect(assumptionsFor('a', lasting, null)).toEqual(lasting)
})

test('assumptions for every product are stored', async () => {
  expect(await assumptionsItem.getValue()).toEqual(DEFAULT_ASSUMPTIONS)
  expect(await productFiguresItem.getValue()).toBeNull()
  await assumptionsItem.setValue(lasting)
  expect(await assumptionsItem.getValue()).toEqual(lasting)
})
