import { createHash } from 'node:crypto'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import project from '../../package.json' with { type: 'json' }
import { stopProgramsOnSignals } from '../tools/run-program.ts'
import { buildCommit, type Commit, currentCommit } from '../verify/clean-build.ts'
import { differences } from '../verify/differences.ts'
import { NoPackage, type Package, readPackage } from '../verify/package-file.ts'
import { end } from './operator.ts'

const HELP = `npm run verify -- FILE …: whether files are what the commit that is checked out here gives

FILE is a zip for Chrome or Firefox or of the sources, also as a store hands it out (.crx, .xpi); the folder of a
built extension; or the worker's bundle, worker/dist. The commit is built anew in a clone of its own.
Exits with 0 if every file is, else with 1.`
const MAX_LINES = 20

stopProgramsOnSignals()
const { values, positionals } = parseArgs({
  options: { help: { type: 'boolean', short: 'h' } },
  allowPositionals: true,
})
if (values.help || positionals.length === 0) {
  console.log(HELP)
  process.exit(values.help ? 0 : 1)
}
const commit =
  currentCommit() ?? end('Run this in a clone of the repository: files are compared with its commit.')
const found = new Map<string, Package | undefined>(positionals.map((path) => [path, read(path)]))
const parts = [...found.values()].flatMap((one) => (one ? one.part : []))
if (parts.length > 0) {
  sayWhatIsCompared(commit)
  const built = await buildCommit(commit.id, parts).catch((error: Error) => end(error.message))
  for (const [path, one] of found)
    if (one) report(path, one, built.get(one.part) ?? end(`The commit has no ${one.part}.`))
}

function read(path: string): Package | undefined {
  try {
    const one = readPackage(resolve(process.env.INIT_CWD ?? '.', path))
    if (one.version === undefined || one.version === project.version) return one
    fail(`${path} is version ${one.version}. This commit is version ${project.version}.`)
  } catch (error) {
    if (!(error instanceof NoPackage)) throw error
    fail(`${path}: ${error.message}`)
  }
  return undefined
}

function sayWhatIsCompared({ id, changed }: Commit): void {
  if (changed.length > 0) console.error(`Changes that are not committed are left out: ${listed(changed)}.`)
  console.error(`Building commit ${id} in a clean clone …`)
}

function report(path: string, one: Package, built: Package): void {
  const lines = differences(one, built)
  if (lines.length > 0) {
    fail(
      [`${path} is not what commit ${commit.id} gives:`, ...shortened(lines).map((line) => `  ${line}`)].join(
        '\n',
      ),
    )
    return
  }
  const how = one.zip
    ? `byte for byte (SHA-256 ${createHash('sha256').update(one.zip).digest('hex')})`
    : `${one.files.size} ${one.files.size === 1 ? 'file' : 'files'}, each byte for byte`
  console.log(`${path} is what commit ${commit.id} gives: ${how}.`)
  if (one.signature.length > 0)
    console.log(
      `  Added by a store or a signer, and neither compared nor checked: ${one.signature.join(', ')}.`,
    )
}

function listed(names: string[]): string {
  return names.length > 3 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : names.join(', ')
}

function shortened(lines: string[]): string[] {
  if (lines.length <= MAX_LINES) return lines
  return [...lines.slice(0, MAX_LINES), `and ${lines.length - MAX_LINES} more`]
}

function fail(message: string): void {
  console.log(message)
  process.exitCode = 1
}
