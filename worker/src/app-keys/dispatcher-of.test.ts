import { expect, test, vi } from 'vitest'
import type { Bindings } from '../bindings.ts'
import { dispatcherOf } from './dispatcher-of.ts'

test('a dispatcher is created near 1688, wherever the first request comes from', () => {
  const getByName = vi.fn()
  dispatcherOf({ DISPATCHER: { getByName } } as unknown as Bindings, '1000000')
  expect(getByName).toHaveBeenCalledWith('1000000', { locationHint: 'apac' })
})
