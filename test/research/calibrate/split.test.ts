import { expect, test } from 'vitest'
import { allPictures } from './pictures.ts'
import { split } from './split.ts'

const pictures = await allPictures(Array.from({ length: 54 }, (_, at) => `photo ${at}.jpg`))
const names = (half: readonly { name: string }[]) => half.map(({ name }) => name).sort()

test('every picture is in exactly one half, and each kind is split evenly', () => {
  const { tuning, held } = split(pictures, 'a seed')
  expect(new Set(names(pictures)).size).toBe(pictures.length)
  expect([...names(tuning), ...names(held)].sort()).toEqual(names(pictures))
  for (const kind of ['photo', 'product', 'drawing'] as const) {
    const count = (half: typeof tuning) => half.filter((one) => one.kind === kind).length
    expect(count(held)).toBeGreaterThan(20)
    expect(Math.abs(count(tuning) - count(held))).toBeLessThanOrEqual(1)
  }
})

test('the same seed splits the same way, another seed differently', () => {
  expect(split(pictures, 'a seed')).toEqual(split(pictures, 'a seed'))
  expect(names(split(pictures, 'a seed').held)).not.toEqual(names(split(pictures, 'another').held))
})
