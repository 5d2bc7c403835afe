import { expect, test } from 'vitest'
import { DEFAULT_ASSUMPTIONS, type LastingAssumptions } from './assumptions.ts'
import { assumptionsItem, productFiguresItem } from './stored-items.ts'

const lasting: LastingAssumptions = { freight: { perKg: '38' }, duty: 'none', fee: { percent: '13' } }

test('assumptions for every product are stored', async () => {
  expect(await assumptionsItem.getValue()).toEqual(DEFAULT_ASSUMPTIONS)
  expect(await productFiguresItem.getValue()).toBeNull()
  await assumptionsItem.setValue(lasting)
  expect(await assumptionsItem.getValue()).toEqual(lasting)
})
