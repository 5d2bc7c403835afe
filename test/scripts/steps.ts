import { mkdir, readFile, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { CACHE, programOf, ROOT } from '../tools/paths.ts'
import { runNode } from '../tools/run-program.ts'
import { type Counts, failure, type Outcome, type Step, success } from './step-runner.ts'
import { installSystemPackages } from './system-packages.ts'

const WXT_TYPES = 'types made by WXT'
const LAZY_MODULES = "the worker's lazy modules"
const SYSTEM_PACKAGES = 'system packages'
const CATALOGUE = "the catalogue's pictures"
const BUILD = 'build'
/** All TypeScript projects, by the folder of their tsconfig.json. */
const PROJECTS = [
  'shared',
  'shared/src/api-client',
  'worker',
  'worker/generate',
  'extension',
  'extension/src/background',
  'extension/src/content',
  'extension/src/ui',
  'test',
  'test/research/bench/reducing/page',
]

/** What the stories drive browsers with is Linux's: Xvfb, xdotool, and setpriv, which leaves no browser behind. */
const HAS_STORIES = process.platform === 'linux'

export const installPackages: Step = {
  name: SYSTEM_PACKAGES,
  run: async (write) => {
    if (!HAS_STORIES) return { passed: 0, failed: 0, skipped: 0 }
    const remarks = await installSystemPackages({ say: (line) => write(`${line}\n`) })
    return { passed: 0, failed: 0, skipped: 0, remarks }
  },
}

/** Checks that read the sources without running them. */
export const staticChecks: Step[] = [
  tool(WXT_TYPES, programOf('extension', 'wxt', 'bin/wxt.mjs'), ['prepare'], { workspace: 'extension' }),
  tool(LAZY_MODULES, join(ROOT, 'worker', 'generate', 'index.ts'), []),
  tool('format and lint', programOf('.', '@biomejs/biome', 'bin/biome'), ['ci', '.']),
  tool(
    'boundaries',
    programOf('.', 'dependency-cruiser', 'bin/dependency-cruiser.mjs'),
    ['--config', '.dependency-cruiser.mjs', ...['extension/src', 'worker/src', 'shared/src', 'test']],
    { after: [LAZY_MODULES] },
  ),
  tool('unused code', programOf('.', 'knip', 'bin/knip.js'), ['--no-progress'], { after: [LAZY_MODULES] }),
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

/** Of `npm test` they are a part of the tests of test. */
export const repositoryTests = suite('tests of the repository', { root: 'test', filter: ['repository'] })

/** The fakes, the packages together, and the research. */
export const integrationTests: Step[] = [
  suite('tests of test', { root: 'test', after: [CATALOGUE] }),
  suite('mutations', { root: 'test/mutations' }),
]

export const build = tool(BUILD, join(ROOT, 'test', 'scripts', 'build.ts'), [], { after: [WXT_TYPES] })

export const builtFiles = suite('tests of built files', { root: 'test/build-output', after: [BUILD] })

/**
 * They run alone: browsers use the whole machine, and stories wait for what they show. Where they cannot run, the end of the
 * run says so.
 */
export function stories(name: string, filter: string[] = [], canRun = HAS_STORIES): Step {
  const notes = [`did not run: ${name} (they need Linux, with Xvfb and xdotool)`]
  if (!canRun) return { name, run: async () => ({ passed: 0, failed: 0, skipped: 0, notes }) }
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

/** If more files fail, something is broken. */
const MAX_REPEATED_FILES = 4
const MAX_NAMED_TESTS = 20

/**
 * A run of vitest, counted from its own report. A machine that starves a process, or a window that gets no focus, fails a
 * test for nothing: if a few files fail, these run once more, and are named.
 */
function suite(name: string, { root, filter = [], env = {}, ...rest }: SuiteOptions): Step {
  const run = async (write: (text: string) => void, part: string, files: string[]): Promise<SuiteRun> => {
    const path = join(CACHE, 'reports', `${part.replaceAll(' ', '-')}.json`)
    await mkdir(join(CACHE, 'reports'), { recursive: true })
    await rm(path, { force: true })
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${path}`]
    const args = ['run', '--root', root, ...reporters, ...files]
    const options = { write, env: { ...environment(), ...env } }
    const exitCode = await runNode(programOf('.', 'vitest', 'vitest.mjs'), args, options)
    return { exitCode, report: readReport(await readFile(path, 'utf8').catch(() => '')) }
  }
  return {
    name,
    ...rest,
    run: async (write) => {
      const first = await run(write, name, filter)
      const failed = failedFiles(first)
      if (failed.length === 0 || failed.length > MAX_REPEATED_FILES) return outcomeOf(name, first)
      write(`\nOnce more: ${failed.join(', ')}\n`)
      return repeatedOutcome(name, first, await run(write, `${name} once more`, failed))
    },
  }
}

/** What vitest's JSON reporter writes, as far as it is read. */
interface SuiteReport {
  testResults: { name: string; status: string; assertionResults: { fullName: string; status: string }[] }[]
}

export interface SuiteRun {
  exitCode: number
  /** `undefined` if there is none. */
  report: SuiteReport | undefined
}

function readReport(text: string): SuiteReport | undefined {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** No report, no tests, or an exit code that the report does not explain is a failure of the run itself. */
export function outcomeOf(name: string, { exitCode, report }: SuiteRun): Outcome {
  if (!report) return failure(name, 'no report')
  const counts = countsIn(report.testResults)
  if (counts.passed + counts.failed + counts.skipped === 0) return failure(name, 'no tests')
  if (exitCode === 0 || counts.failed > 0) return { ...counts, remarks: failedTests(report) }
  return { ...failure(name, 'beside its tests'), passed: counts.passed, skipped: counts.skipped }
}

function failedTests({ testResults }: SuiteReport): string[] {
  const failed = testResults.flatMap((file) =>
    file.assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName }) => `failed: ${basename(file.name)}: ${fullName}`),
  )
  return failed.slice(0, MAX_NAMED_TESTS)
}

/** Files that failed, also before their first test. */
export function failedFiles({ report }: SuiteRun): string[] {
  const failed = (report?.testResults ?? []).filter(({ status }) => status === 'failed')
  return [...new Set(failed.map((file) => file.name))]
}

/** The tests of files that ran once more count as the second run says; those files are named whatever it says. */
export function repeatedOutcome(name: string, first: SuiteRun, second: SuiteRun): Outcome {
  const again = failedFiles(first)
  const outcome = outcomeOf(name, second)
  const others = countsIn((first.report?.testResults ?? []).filter((file) => !again.includes(file.name)))
  return {
    ...outcome,
    passed: outcome.passed + others.passed,
    skipped: outcome.skipped + others.skipped,
    notes: again.map((file) => `ran once more after a failure: ${basename(file)}`),
  }
}

function countsIn(files: SuiteReport['testResults']): Counts {
  const statuses = files.flatMap(({ assertionResults }) => assertionResults.map(({ status }) => status))
  const count = (isIt: (status: string) => boolean) => statuses.filter(isIt).length
  return {
    passed: count((status) => status === 'passed'),
    failed: count((status) => status === 'failed'),
    skipped: count((status) => status !== 'passed' && status !== 'failed'),
  }
}

/** This process's environment, with colours if a person is watching. */
function environment(): NodeJS.ProcessEnv {
  return { ...process.env, ...(process.stdout.isTTY && { FORCE_COLOR: '1' }) }
}
