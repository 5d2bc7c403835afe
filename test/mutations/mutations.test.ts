import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { programOf, ROOT } from '../scripts/paths.ts'
import { MUTATIONS, type Mutation } from './mutations.ts'

/** Runs one of the worker's test files with a change to the worker in place. */
function runWith({ file, from, to, noticedBy }: Mutation): Promise<{ code: number | null; said: string }> {
  const vitest = programOf('.', 'vitest', 'vitest.mjs')
  const env = { ...process.env, MUTATION: JSON.stringify({ file, from, to }), NO_COLOR: '1' }
  const child = spawn(process.execPath, [vitest, 'run', '--root', join(ROOT, 'worker'), `src/${noticedBy}`], {
    env,
  })
  return new Promise((resolve) => {
    let said = ''
    child.stdout.on('data', (data) => {
      said += data
    })
    child.stderr.on('data', (data) => {
      said += data
    })
    child.on('exit', (code) => resolve({ code, said }))
  })
}

describe('a worker that breaks a rule is noticed', () => {
  test.each(MUTATIONS)(
    '$rule',
    async (mutation) => {
      const source = readFileSync(join(ROOT, 'worker', 'src', mutation.file), 'utf8')
      expect(source.split(mutation.from)).toHaveLength(2)
      const { code, said } = await runWith(mutation)
      expect(said).toMatch(/Tests +\d+ failed/)
      expect(code).not.toBe(0)
    },
    120_000,
  )
})
