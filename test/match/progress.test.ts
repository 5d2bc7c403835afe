import { expect, test } from 'vitest'
import { showProgress } from './progress.ts'

function start(rows: number, isTerminal: boolean) {
  let now = 0
  const texts: string[] = []
  const progress = showProgress({ rows, isTerminal, write: (text) => texts.push(text), now: () => now })
  return { progress, texts, pass: (ms: number) => (now += ms) }
}

test('how long it takes is said once it was measured, by the rows that took a search', () => {
  const { progress, texts, pass } = start(100, true)
  for (let at = 0; at < 20; at++) progress.add(false, false)
  for (let at = 0; at < 9; at++) {
    pass(6000)
    progress.add(false, true)
  }
  expect(texts.join()).not.toContain('left')
  pass(6000)
  progress.add(true, true)
  // 70 rows at 6 s each.
  expect(texts.at(-1)?.trim()).toBe('30 of 100 rows · 1 failed · about 7 min left')
})

test('a terminal shows one line, over which a shorter one leaves nothing', () => {
  const { progress, texts, pass } = start(11, true)
  for (let at = 0; at < 11; at++) {
    pass(1000)
    progress.add(false, true)
  }
  progress.end()
  const lines = texts.filter((text) => text !== '\n')
  expect(lines.every((text) => text.startsWith('\r'))).toBe(true)
  const longest = Math.max(...lines.map(({ length }) => length))
  expect(lines.at(-2)?.length).toBe(longest)
  expect(texts.at(-1)).toBe('\n')
})

test('a log gets a line every half minute', () => {
  const { progress, texts, pass } = start(1000, false)
  for (let at = 0; at < 90; at++) {
    pass(1000)
    progress.add(false, true)
  }
  expect(texts).toHaveLength(3)
  expect(texts.every((text) => /^\d+ of 1000 rows.*\n$/.test(text))).toBe(true)
})
