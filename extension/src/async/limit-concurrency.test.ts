import { expect, test } from 'vitest'
import { eachAtMost } from './limit-concurrency.ts'

const NUMBERS = [1, 2, 3, 4, 5, 6, 7]

test('no more than so many are under way, begun in their order', async () => {
  const begun: number[] = []
  const waiting: (() => void)[] = []
  const done = eachAtMost(new AbortController().signal, 3, NUMBERS, (item) => {
    begun.push(item)
    return new Promise((resolve) => waiting.push(resolve))
  })
  expect(begun).toEqual([1, 2, 3])
  waiting[1]?.()
  await settled()
  expect(begun).toEqual([1, 2, 3, 4])
  for (let at = 0; at < waiting.length; at++) {
    waiting[at]?.()
    await settled()
  }
  await done
  expect(begun).toEqual(NUMBERS)
})

test('after an abort nothing more is begun', async () => {
  const abort = new AbortController()
  const begun: number[] = []
  await eachAtMost(abort.signal, 2, NUMBERS, async (item) => {
    begun.push(item)
    if (item === 3) abort.abort()
  })
  expect(begun).toEqual([1, 2, 3])
})

function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0))
}
