import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import project from '../../package.json' with { type: 'json' }
import { age, cloneWorkingTree, otherEnvironment, runCommand } from './two-clones.ts'

const PATIENCE_MS = 1_800_000
const PARTS = ['chrome', 'firefox', 'sources'] as const

const folder = mkdtempSync(join(tmpdir(), 'reproducible-'))
const clone = join(folder, 'a')
const output = join(clone, 'extension', '.output', 'local')
const fileOf = (part: string) => join(output, `find-on-1688-${project.version}-${part}.zip`)
/** What `npm run verify` says about each file. */
let verdicts: string
let verdict: number
let sboms: string[]

// One clone packs; `verify` builds the same commit in another one, far away, in another environment.
beforeAll(async () => {
  cloneWorkingTree(folder, clone)
  age(join(clone, 'extension', 'src'))
  const elsewhere = join(folder, 'a rather long path, with spaces and ü', 'b')
  const home = join(folder, 'home')
  for (const path of [elsewhere, home]) mkdirSync(path, { recursive: true })
  const environment = otherEnvironment(home, elsewhere)
  // The worker first: what is generated for it belongs to no sources.
  for (const command of [['build', 'worker'], ['pack', '--local'], ['sbom']]) await run(command)
  const sbom = join(output, '..', `find-on-1688-${project.version}-sbom.cdx.json`)
  sboms = [readFileSync(sbom, 'utf8')]
  await run(['sbom'], environment)
  sboms.push(readFileSync(sbom, 'utf8'))
  const files = [
    ...PARTS.map(fileOf),
    join(clone, 'worker', 'dist'),
    changedZip(),
    withTail(),
    changedWorker(),
  ]
  ;({ output: verdicts, code: verdict } = await runCommand(clone, ['verify', ...files], environment))
}, PATIENCE_MS)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a commit that is built in another clone', () => {
  test.each(PARTS)('gives the same zip: %s', (part) => {
    expect(verdictOn(fileOf(part))).toMatch(
      /is what commit [0-9a-f]{40} gives: byte for byte \(SHA-256 [0-9a-f]{64}\)\.$/,
    )
  })

  test('gives the same worker, with all its modules', () => {
    expect(verdictOn(join(clone, 'worker', 'dist'))).toMatch(/gives: \d+ files?, each byte for byte\.$/)
  })

  test('gives the same bill of materials', () => {
    expect(sboms[0]).toBe(sboms[1])
  })
})

test('a zip with a changed byte is refused, and the file is named', () => {
  expect(verdictOn(join(folder, 'changed.zip'))).toMatch(
    /is not what commit .* gives:\n {2}background\.js differs: byte 0 is /,
  )
  expect(verdictOn(join(folder, 'tail.zip'))).toContain('the zip around them is not: 1 bytes follow its end')
  expect(verdictOn(join(folder, 'worker'))).toMatch(/ {2}index\.js differs: byte 0 is /)
  expect(verdict).toBe(1)
})

async function run(command: string[], environment?: NodeJS.ProcessEnv): Promise<void> {
  const { code, output } = await runCommand(clone, command, environment)
  if (code !== 0) throw new Error(`${command.join(' ')} failed:\n${output}`)
}

/** The lines about one file. */
function verdictOn(path: string): string {
  const lines = verdicts.split('\n')
  const from = lines.findIndex((line) => line.startsWith(`${path} `))
  const next = lines.findIndex((line, at) => at > from && !line.startsWith('  '))
  return lines.slice(from, next).join('\n')
}

function changedZip(): string {
  const files = unzipSync(readFileSync(fileOf('chrome')))
  files['background.js']?.set([1])
  return written('changed.zip', zipSync(files))
}

function withTail(): string {
  return written('tail.zip', Buffer.concat([readFileSync(fileOf('firefox')), Buffer.from('.')]))
}

function changedWorker(): string {
  cpSync(join(clone, 'worker', 'dist'), join(folder, 'worker'), { recursive: true })
  written(
    'worker/index.js',
    Buffer.concat([Buffer.from('!'), readFileSync(join(folder, 'worker', 'index.js')).subarray(1)]),
  )
  return join(folder, 'worker')
}

function written(name: string, bytes: Uint8Array): string {
  writeFileSync(join(folder, name), bytes)
  return join(folder, name)
}
