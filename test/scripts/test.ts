import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { CACHE, programOf, ROOT } from './paths.ts'
import { runNode } from './run.ts'
import { installSystemPackages } from './system-packages.ts'

interface Counts {
  passed: number
  failed: number
  skipped: number
}

const counts: Counts = { passed: 0, failed: 0, skipped: 0 }
const remarks: string[] = []

remarks.push(...(await installSystemPackages()))
await check('format and lint', programOf('.', '@biomejs/biome', 'bin/biome'), ['ci', '.'])
await check('types made by WXT', programOf('extension', 'wxt', 'bin/wxt.mjs'), ['prepare'], 'extension')
for (const workspace of ['shared', 'worker', 'extension', 'test', 'test/research/bench/reducing/page'])
  await check(`types of ${workspace}`, programOf('.', 'typescript', 'bin/tsc'), [
    '-p',
    `${workspace}/tsconfig.json`,
  ])
await runTests('shared', 'shared')
await runTests('worker', 'worker')
await runTests('extension', 'extension')
await check("the catalogue's pictures", join(ROOT, 'test', 'scripts', 'catalogue.ts'), [])
await runTests('test', 'test')
await check('build', join(ROOT, 'test', 'scripts', 'build.ts'), [])
await runTests('build-output', 'test/build-output')
await runTests('e2e', 'test/e2e')

for (const remark of remarks) console.log(remark)
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`)
process.exit(counts.failed > 0 || counts.skipped > 0 || remarks.length > 0 ? 1 : 0)

/** A tool that has one outcome: it counts as one. */
async function check(name: string, script: string, args: string[], workspace = '.'): Promise<void> {
  console.log(`\n— ${name}`)
  const code = await runNode(script, args, { cwd: join(ROOT, workspace) })
  if (code === 0) counts.passed++
  else fail(name)
}

/** A run of vitest, counted from its own report. One that leaves no report counts as a failure. */
async function runTests(name: string, root: string): Promise<void> {
  console.log(`\n— tests of ${name}`)
  const report = join(CACHE, 'reports', `${name}.json`)
  await mkdir(join(CACHE, 'reports'), { recursive: true })
  await rm(report, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const code = await runNode(programOf('.', 'vitest', 'vitest.mjs'), ['run', '--root', root, ...reporters])
  const result = await readReport(report)
  counts.passed += result.passed
  counts.failed += result.failed
  counts.skipped += result.skipped
  if (code !== 0 && result.failed === 0) fail(`tests of ${name}`)
}

async function readReport(file: string): Promise<Counts> {
  try {
    const report = JSON.parse(await readFile(file, 'utf8'))
    const skipped = report.numPendingTests + report.numTodoTests
    return { passed: report.numPassedTests, failed: report.numFailedTests, skipped }
  } catch {
    return { passed: 0, failed: 0, skipped: 0 }
  }
}

function fail(name: string): void {
  counts.failed++
  remarks.push(`failed: ${name}`)
}
