import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from '../tools/paths.ts'
import { runNode } from '../tools/run-program.ts'
import { type Package, type Part, readPackage } from './package-file.ts'

export interface Commit {
  id: string
  /** Files that are not as in the commit. */
  changed: string[]
}

/** The commit that is checked out here. `undefined` if this is no clone of the repository. */
export function currentCommit(): Commit | undefined {
  try {
    if (realpathSync(git('rev-parse', '--show-toplevel').trim()) !== realpathSync(ROOT)) return undefined
    const changed = git('status', '--porcelain').split('\n').filter(Boolean)
    return { id: git('rev-parse', 'HEAD').trim(), changed: changed.map((line) => line.slice(3)) }
  } catch {
    return undefined
  }
}

/**
 * Builds parts of a commit in a new clone, in a folder that is removed afterwards, with the packages that its lockfile names.
 * Throws with the tools' own words if that fails.
 */
export async function buildCommit(id: string, parts: readonly Part[]): Promise<Map<Part, Package>> {
  const folder = mkdtempSync(join(tmpdir(), 'find-on-1688-verify-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  const clone = join(folder, 'clone')
  // Nothing of git's settings on this machine changes what is checked out.
  const options = [
    '-c',
    'core.autocrlf=false',
    '-c',
    'core.hooksPath=/dev/null',
    '-c',
    'advice.detachedHead=false',
  ]
  git(...options, 'clone', '--quiet', '--shared', '--no-checkout', ROOT, clone)
  git(...options, '-C', clone, 'checkout', '--quiet', '--detach', id)
  const built = new Map<Part, Package>()
  if (parts.some((part) => part !== 'worker')) {
    await run(clone, 'pack', '--local')
    const output = join(clone, 'extension', '.output', 'local')
    for (const name of readdirSync(output).filter((name) => name.endsWith('.zip'))) {
      const found = readPackage(join(output, name))
      built.set(found.part, found)
    }
  }
  if (parts.includes('worker')) {
    await run(clone, 'build', 'worker')
    built.set('worker', readPackage(join(clone, 'worker', 'dist')))
  }
  return built
}

async function run(clone: string, ...command: string[]): Promise<void> {
  let output = ''
  const code = await runNode(join(clone, 'test', 'scripts', 'launch.mjs'), command, {
    cwd: clone,
    write: (text) => {
      output += text
    },
  })
  if (code !== 0) throw new Error(`The commit could not be built:\n${output}`)
}

function git(...args: string[]): string {
  return execFileSync('git', args, { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
}
