import { afterEach, expect, test, vi } from 'vitest'
import { serialize } from './serialize.ts'

afterEach(() => vi.unstubAllGlobals())

test('the page gets its turn between two pieces of work', async () => {
  const done: string[] = []
  const inTurn = serialize()
  const one = inTurn(() => {
    done.push('one')
    setTimeout(() => done.push('page'), 0)
  })
  await Promise.all([one, inTurn(() => done.push('two'))])
  expect(done).toEqual(['one', 'page', 'two'])
})

test('the browser’s own yield is used if there is one', async () => {
  const pause = vi.fn(async () => {})
  vi.stubGlobal('scheduler', { yield: pause })
  const inTurn = serialize()
  expect(await Promise.all([inTurn(() => 1), inTurn(() => 2)])).toEqual([1, 2])
  expect(pause).toHaveBeenCalledTimes(2)
})

test('a failure does not stop the next piece of work', async () => {
  const inTurn = serialize()
  const failing = inTurn(() => {
    throw new Error('broken')
  })
  const next = inTurn(() => 'done')
  await expect(failing).rejects.toThrow('broken')
  expect(await next).toBe('done')
})
