import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { CACHE, programOf, ROOT } from '../tools/paths.ts'
import { runNode } from '../tools/run-program.ts'
import { type Counts, failure, type Outcome, type Step, success } from './step-runner.ts'
import { installSystemPackages } from './system-packages.ts'

const WXT_TYPES = 'types made by WXT'
const SYSTEM_PACKAGES = 'system packages'
const CATALOGUE = "the catalogue's pictures"
const BUILD = 'build'
/** All TypeScript projects, by the folder of their tsconfig.json. */
const PROJECTS = [
  'shared',
  'worker',
  'extension',
  'extension/src/background',
  'extension/src/content',
  'extension/src/ui',
  'test',
  'test/research/bench/reducing/page',
]

export const installPackages: Step = {
  name: SYSTEM_PACKAGES,
  run: async (write) => {
    const remarks = await installSystemPackages({ say: (line) => write(`${line}\n`) })
    return { passed: 0, failed: 0, skipped: 0, remarks }
  },
}

/** Checks that read the sources without running them. */
export const staticChecks: Step[] = [
  tool(WXT_TYPES, programOf('extension', 'wxt', 'bin/wxt.mjs'), ['prepare'], { workspace: 'extension' }),
  tool('format and lint', programOf('.', '@biomejs/biome', 'bin/biome'), ['ci', '.']),
  tool('boundaries', programOf('.', 'dependency-cruiser', 'bin/dependency-cruiser.mjs'), [
    '--config',
    '.dependency-cruiser.mjs',
    ...['extension/src', 'worker/src', 'shared/src', 'test'],
  ]),
  tool('unused code', programOf('.', 'knip', 'bin/knip.js'), ['--no-progress']),
  ...PROJECTS.map((project) =>
    tool(`types of ${project}`, programOf('.', 'typescript', 'bin/tsc'), ['-p', `${project}/tsconfig.json`], {
      after: [WXT_TYPES],
    }),
  ),
]

/** @param simulation `whole` runs the simulations of the worker's queue in full, `sampled` a tenth of them */
export function unitTests(simulation: 'sampled' | 'whole'): Step[] {
  return [
    suite('tests of worker', { root: 'worker', env: { SIMULATION: simulation } }),
    suite('tests of extension', { root: 'extension', after: [WXT_TYPES] }),
    suite('tests of shared', { root: 'shared' }),
  ]
}

/** Renders the pictures once, before tests that run side by side would each render them. */
export const catalogue = tool(CATALOGUE, join(ROOT, 'test', 'scripts', 'catalogue.ts'), [])

/** The fakes, the packages together, and the research. */
export const integrationTests: Step[] = [
  suite('tests of test', { root: 'test', after: [CATALOGUE] }),
  suite('mutations', { root: 'test/mutations' }),
]

export const build = tool(BUILD, join(ROOT, 'test', 'scripts', 'build.ts'), [], { after: [WXT_TYPES] })

export const builtFiles = suite('tests of built files', { root: 'test/build-output', after: [BUILD] })

/** They run alone: browsers use the whole machine, and stories wait for what they show. */
export function stories(name: string, filter: string[] = []): Step {
  return suite(name, {
    root: 'test/e2e',
    filter,
    after: [SYSTEM_PACKAGES, CATALOGUE, WXT_TYPES],
    alone: true,
  })
}

interface ToolOptions extends Pick<Step, 'after'> {
  workspace?: string
}

/** A program that succeeds or fails. */
export function tool(name: string, script: string, args: string[], options: ToolOptions = {}): Step {
  const { workspace = '.', ...rest } = options
  return {
    name,
    ...rest,
    run: async (write) => {
      const code = await runNode(script, args, { cwd: join(ROOT, workspace), write, env: environment() })
      return code === 0 ? success() : failure(name)
    },
  }
}

interface SuiteOptions extends Pick<Step, 'after' | 'alone'> {
  root: string
  filter?: string[]
  env?: Record<string, string>
}

/** A run of vitest, counted from its own report. */
function suite(name: string, { root, filter = [], env = {}, ...rest }: SuiteOptions): Step {
  return {
    name,
    ...rest,
    run: async (write) => {
      const report = join(CACHE, 'reports', `${name.replaceAll(' ', '-')}.json`)
      await mkdir(join(CACHE, 'reports'), { recursive: true })
      await rm(report, { force: true })
      const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
      const args = ['run', '--root', root, ...reporters, ...filter]
      const code = await runNode(programOf('.', 'vitest', 'vitest.mjs'), args, {
        write,
        env: { ...environment(), ...env },
      })
      return outcomeOf(name, code, await readFile(report, 'utf8').catch(() => undefined))
    },
  }
}

/** No report, no tests, or an exit code that the report does not explain is a failure of the run itself. */
export function outcomeOf(name: string, exitCode: number, report: string | undefined): Outcome {
  const counts = countsIn(report)
  if (!counts) return failure(name, 'no report')
  if (counts.passed + counts.failed + counts.skipped === 0) return failure(name, 'no tests')
  if (exitCode === 0 || counts.failed > 0) return counts
  return { ...failure(name, 'beside its tests'), passed: counts.passed, skipped: counts.skipped }
}

function countsIn(report = ''): Counts | undefined {
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(report)
    return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests }
  } catch {
    return undefined
  }
}

/** This process's environment, with colours if a person is watching. */
function environment(): NodeJS.ProcessEnv {
  return { ...process.env, ...(process.stdout.isTTY && { FORCE_COLOR: '1' }) }
}
