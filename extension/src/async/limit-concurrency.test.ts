import { expect, test } from 'vitest'
import { limitConcurrency } from './limit-concurrency.ts'

const NUMBERS = [1, 2, 3, 4, 5, 6, 7]

test('at most the given number run at once, started in order', async () => {
  const active: number[] = []
  const waiting: (() => void)[] = []
  const done = limitConcurrency(new AbortController().signal, 3, NUMBERS, (item) => {
    active.push(item)
    return new Promise((resolve) => waiting.push(resolve))
  })
  expect(active).toEqual([1, 2, 3])
  waiting[1]?.()
  await settled()
  expect(active).toEqual([1, 2, 3, 4])
  for (let at = 0; at < waiting.length; at++) {
    waiting[at]?.()
    await settled()
  }
  await done
  expect(active).toEqual(NUMBERS)
})

test('after an abort nothing more is started', async () => {
  const abort = new AbortController()
  const active: number[] = []
  await limitConcurrency(abort.signal, 2, NUMBERS, async (item) => {
    active.push(item)
    if (item === 3) abort.abort()
  })
  expect(active).toEqual([1, 2, 3])
})

function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0))
}
