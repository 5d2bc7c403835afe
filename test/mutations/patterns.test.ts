import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../tools/paths.ts'
import { MUTATIONS } from './mutations.ts'

test('each mutation finds what it changes once, in seconds after a refactoring', () => {
  const lost = MUTATIONS.filter(({ file, from }) => {
    const source = readFileSync(join(ROOT, 'worker', 'src', file), 'utf8')
    return source.split(from).length !== 2
  })
  expect(lost).toEqual([])
})
