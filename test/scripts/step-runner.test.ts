import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { isGood, runSteps, type Step, success, summary } from './step-runner.ts'
import { failedFiles, outcomeOf, repeatedOutcome, type SuiteRun, stories } from './steps.ts'

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

test('stories that cannot run on this system are named, and fail nothing', async () => {
  const report = await runSteps([stories('the main job', [], false)], { write: () => {} })
  expect(isGood(report)).toBe(true)
  expect(summary(report).trim().split('\n').slice(-2)).toEqual([
    'did not run: the main job (they need Linux, with Xvfb and xdotool)',
    '0 passed, 0 failed, 0 skipped',
  ])
})

describe('a run of tests', () => {
  /** By file, the statuses of its tests. */
  const run = (exitCode: number, files: Record<string, string[]>): SuiteRun => ({
    exitCode,
    report: {
      testResults: Object.entries(files).map(([name, statuses]) => ({
        name,
        status: statuses.some((status) => status === 'failed' || status === 'broken') ? 'failed' : 'passed',
        assertionResults: statuses
          .filter((status) => status !== 'broken')
          .map((status, at) => ({ fullName: `rule ${at}`, status })),
      })),
    },
  })

  test('counts as its report says, and names what failed', () => {
    expect(outcomeOf('units', run(1, { '/a/b.test.ts': ['passed', 'failed', 'skipped', 'todo'] }))).toEqual({
      ...{ passed: 1, failed: 1, skipped: 2 },
      remarks: ['failed: b.test.ts: rule 1'],
    })
    expect(outcomeOf('units', run(0, { a: ['passed'] }))).toMatchObject({ passed: 1, failed: 0, skipped: 0 })
  })

  test.each([
    ['leaves no report', { exitCode: 0, report: undefined }],
    ['ran nothing', run(0, { a: [] })],
    ['failed beside its tests', run(1, { a: ['passed'] })],
  ])('fails where it %s', (_, broken) => {
    const { failed, remarks = [] } = outcomeOf('units', broken)
    expect(failed).toBe(1)
    expect(remarks.join()).toContain('failed: units')
  })

  test('that passes once more is good, counted once, and named', () => {
    const first = run(1, { '/x/a': ['passed', 'passed'], '/x/b': ['passed', 'failed'], '/x/c': ['broken'] })
    expect(failedFiles(first)).toEqual(['/x/b', '/x/c'])
    const second = run(0, { '/x/b': ['passed', 'passed'], '/x/c': ['passed'] })
    const outcome = repeatedOutcome('units', first, second)
    expect(outcome).toMatchObject({ passed: 5, failed: 0, skipped: 0, remarks: [] })
    expect(outcome.notes).toEqual(['ran once more after a failure: b', 'ran once more after a failure: c'])
  })

  test('that fails once more has failed', () => {
    const first = run(1, { a: ['passed'], b: ['failed'] })
    expect(repeatedOutcome('units', first, run(1, { b: ['failed'] }))).toMatchObject({ passed: 1, failed: 1 })
    expect(repeatedOutcome('units', first, run(1, { b: ['broken'] }))).toMatchObject({ failed: 1 })
    expect(repeatedOutcome('units', first, { exitCode: 1, report: undefined })).toMatchObject({ failed: 1 })
  })
})
