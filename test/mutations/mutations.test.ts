import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { MUTATIONS } from './mutations.ts'
import { AT_ONCE } from './vitest.config.ts'
import { WORKER, WorkerTests } from './worker-tests.ts'

let idle: WorkerTests[] = []
const noticed: string[] = []

beforeAll(async () => {
  idle = await Promise.all(Array.from({ length: AT_ONCE }, () => WorkerTests.start()))
})
afterAll(async () => {
  console.log(noticed.join('\n'))
  await Promise.all(idle.map((tests) => tests.stop()))
})

const run: WorkerTests['run'] = async (...args) => {
  const tests = idle.pop()
  if (!tests) throw new Error('more tests run at once than workers were started')
  return tests.run(...args).finally(() => idle.push(tests))
}

describe.concurrent('a worker that breaks a rule fails its tests', () => {
  test.each(MUTATIONS)('$rule', async (mutation) => {
    const source = readFileSync(join(WORKER, 'src', mutation.file), 'utf8')
    expect(source.split(mutation.from)).toHaveLength(2)
    const { passed, failed, errors } = await run(mutation.noticedBy, mutation)
    expect(errors).toEqual([])
    expect(failed).not.toEqual([])
    // A change that breaks everything proves nothing about the rule.
    expect(passed.length).toBeGreaterThan(failed.length)
    noticed.push(`${mutation.rule}: ${failed.join('; ')}`)
  })
})

describe.concurrent('the unmutated worker passes the same tests', () => {
  test.each([...new Set(MUTATIONS.map(({ noticedBy }) => noticedBy))])('%s', async (testFile) => {
    const { passed, failed, errors } = await run(testFile)
    expect(errors).toEqual([])
    expect(failed).toEqual([])
    expect(passed).not.toEqual([])
  })
})
