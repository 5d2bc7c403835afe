import { expect, test } from 'vitest'
import { DEFAULT_ASSUMPTIONS, type LastingAssumptions } from '../model/assumptions.ts'
import { assumptionsItem, productFiguresItem } from '../model/stored-items.ts'
import { assumptionsFor } from './assumptions.ts'

const lasting: LastingAssumptions = { freight: { perKg: '38' }, duty: 'none', fee: { percent: '13' } }

test('figures of one product do not count for another', () => {
  const figures = { searchId: 'a', weightKg: '0.2', other: '1.5' }
  expect(assumptionsFor('a', lasting, figures)).toEqual({ ...lasting, weightKg: '0.2', other: '1.5' })
  expect(assumptionsFor('b', lasting, figures)).toEqual(lasting)
  expect(assumptionsFor('a', lasting, null)).toEqual(lasting)
})

test('what holds for every product is remembered', async () => {
  expect(await assumptionsItem.getValue()).toEqual(DEFAULT_ASSUMPTIONS)
  expect(await productFiguresItem.getValue()).toBeNull()
  await assumptionsItem.setValue(lasting)
  expect(await assumptionsItem.getValue()).toEqual(lasting)
})
