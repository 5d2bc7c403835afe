import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { isGood, runSteps, type Step, success, summary } from './step-runner.ts'
import { outcomeOf } from './steps.ts'

/** Steps that note when they start and end, and what they print. */
function play(steps: (Omit<Step, 'run'> & { lastsMs?: number; fails?: boolean })[]) {
  const log: string[] = []
  let shown = ''
  const made = steps.map(
    ({ lastsMs = 10, fails, ...step }): Step => ({
      ...step,
      run: async (write) => {
        log.push(`+${step.name}`)
        write(`${step.name} begins\n`)
        await sleep(lastsMs)
        write(`${step.name} ends\n`)
        log.push(`-${step.name}`)
        if (fails) throw new Error('broken')
        return success()
      },
    }),
  )
  const write = (text: string) => {
    shown += text
  }
  return runSteps(made, { write }).then((report) => ({ report, log, shown }))
}

describe('the runner', () => {
  test('runs two steps at a time, and never a third', async () => {
    const { log, report } = await play(['a', 'b', 'c', 'd', 'e'].map((name) => ({ name })))
    let running = 0
    const most = Math.max(...log.map((entry) => (running += entry.startsWith('+') ? 1 : -1)))
    expect(most).toBe(2)
    expect(report).toMatchObject({ passed: 5, failed: 0, skipped: 0 })
  })

  test('starts a step once those it waits for have ended, also where they failed', async () => {
    const { log, report } = await play([
      { name: 'late', after: ['slow', 'broken'] },
      { name: 'slow', lastsMs: 60 },
      { name: 'broken', fails: true },
    ])
    expect(log.indexOf('+late')).toBeGreaterThan(log.indexOf('-slow'))
    expect(log.indexOf('+late')).toBeGreaterThan(log.indexOf('-broken'))
    expect(report).toMatchObject({ passed: 2, failed: 1, remarks: ['failed: broken'] })
    expect(isGood(report)).toBe(false)
  })

  test('runs nothing beside a step that is to be alone', async () => {
    const { log } = await play([
      { name: 'a' },
      { name: 'alone', alone: true },
      { name: 'b', lastsMs: 30 },
      { name: 'c' },
    ])
    const at = log.indexOf('+alone')
    expect(log[at + 1]).toBe('-alone')
    expect(log.slice(0, at).filter((entry) => entry.startsWith('+'))).toHaveLength(3)
  })

  test('shows the output of each step in one piece', async () => {
    const { shown } = await play([
      { name: 'a', lastsMs: 40 },
      { name: 'b', lastsMs: 5 },
      { name: 'c', lastsMs: 80 },
    ])
    const outputs = ['a', 'b', 'c'].map((name) => `\n— ${name}\n${name} begins\n${name} ends\n`)
    expect(shown).toBe(outputs.join(''))
  })

  test('ends with the timings, the remarks and the counts', async () => {
    const { report } = await play([{ name: 'a' }, { name: 'broken', fails: true }])
    const lines = summary(report).trim().split('\n')
    expect(lines[0]).toMatch(/^a +0\.\d s$/)
    expect(lines.slice(-2)).toEqual(['failed: broken', '1 passed, 1 failed, 0 skipped'])
  })

  test('refuses steps that wait for nothing there is, or for each other', async () => {
    await expect(play([{ name: 'a', after: ['b'] }])).rejects.toThrow('a waits for b')
    const circle = [
      { name: 'a', after: ['b'] },
      { name: 'b', after: ['a'] },
    ]
    await expect(play(circle)).rejects.toThrow('wait for each other')
  })
})

describe('a run of tests', () => {
  const report = (passed: number, failed = 0, pending = 0) =>
    JSON.stringify({
      numPassedTests: passed,
      numFailedTests: failed,
      numPendingTests: pending,
      numTodoTests: 0,
    })

  test('counts as its report says', () => {
    expect(outcomeOf('units', 1, report(7, 2, 1))).toEqual({ passed: 7, failed: 2, skipped: 1 })
    expect(outcomeOf('units', 0, report(7))).toEqual({ passed: 7, failed: 0, skipped: 0 })
  })

  test.each([
    ['leaves no report', 0, undefined],
    ['leaves half a report', 0, '{"numPassed'],
    ['ran nothing', 0, report(0)],
    ['failed beside its tests', 1, report(7)],
  ])('fails where it %s', (_, exitCode, text) => {
    const { failed, remarks = [] } = outcomeOf('units', exitCode, text)
    expect(failed).toBe(1)
    expect(remarks.join()).toContain('failed: units')
  })
})
