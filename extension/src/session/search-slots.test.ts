import { expect, test } from 'vitest'
import { withSearchSlot } from './search-slots.ts'

function works(signal: AbortSignal, count: number) {
  const active: number[] = []
  const ends = Array.from({ length: count }, () => Promise.withResolvers<void>())
  const done = Promise.allSettled(
    ends.map(({ promise }, number) =>
      withSearchSlot(signal, () => {
        active.push(number)
        return promise
      }),
    ),
  )
  return { running: active, ends, done }
}
const soon = () => new Promise((resolve) => setTimeout(resolve))

test('three run at once, and the next when one of them ends or fails', async () => {
  const { running: active, ends, done } = works(new AbortController().signal, 6)
  await soon()
  expect(active).toEqual([0, 1, 2])
  ends[1]?.reject(new Error('busy'))
  await soon()
  expect(active).toEqual([0, 1, 2, 3])
  for (const end of ends) end.resolve()
  await done
  expect(active).toEqual([0, 1, 2, 3, 4, 5])
})

test('a slot that was passed on is not given twice', async () => {
  const { signal } = new AbortController()
  const first = works(signal, 4)
  first.ends[0]?.resolve()
  await soon()
  const second = works(signal, 2)
  await soon()
  expect(second.running).toEqual([])
  first.ends[1]?.resolve()
  await soon()
  expect(second.running).toEqual([0])
})

test('a search does not wait for the one before', async () => {
  works(new AbortController().signal, 5)
  const { running: active } = works(new AbortController().signal, 1)
  await soon()
  expect(active).toEqual([0])
})
