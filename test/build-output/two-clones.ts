import { execFileSync } from 'node:child_process'
import { readdirSync, utimesSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import project from '../../package.json' with { type: 'json' }
import { ROOT } from '../tools/paths.ts'
import { runProgram } from '../tools/run-program.ts'

const NPX = process.platform === 'win32' ? 'npx.cmd' : 'npx'

/** Clones these sources as they are now, committed or not, into `folder`. */
export function cloneWorkingTree(folder: string, clone: string): void {
  const repository = join(folder, 'sources.git')
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] })
  const here = [`--git-dir=${repository}`, `--work-tree=${ROOT}`]
  const author = ['-c', 'user.name=test', '-c', 'user.email=test@example.com', '-c', 'commit.gpgSign=false']
  git('init', '--quiet', '--bare', repository)
  git(...here, '-c', 'core.bare=false', 'add', '--all')
  git(...here, '-c', 'core.bare=false', ...author, 'commit', '--quiet', '--no-verify', '-m', 'as it is')
  git('clone', '--quiet', repository, clone)
}

/** Runs one of the project's commands in a clone, as npm does. Resolves to its exit code and what it printed. */
export async function runCommand(
  clone: string,
  command: string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<{ code: number; output: string }> {
  let output = ''
  const launch = join(clone, 'test', 'scripts', 'launch.mjs')
  // Only a shell can set the mask of new files for a process.
  const [program, ...args] =
    process.platform === 'win32'
      ? [process.execPath]
      : ['sh', '-c', 'umask 077; exec "$@"', 'sh', process.execPath]
  const code = await runProgram(program ?? '', [...args, launch, ...command], {
    cwd: clone,
    env,
    write: (text) => {
      output += text
    },
  })
  return { code, output }
}

/** An environment that has in common with this one only where packages come from. */
export function otherEnvironment(home: string, temporary: string): NodeJS.ProcessEnv {
  const ask = (...args: string[]) => execFileSync(NPX, args, { cwd: ROOT, encoding: 'utf8' }).trim()
  return {
    ...process.env,
    npm_config_cache: process.env.npm_config_cache ?? join(homedir(), '.npm'),
    NPM_CONFIG_USERCONFIG: process.env.NPM_CONFIG_USERCONFIG ?? join(homedir(), '.npmrc'),
    PNPM_CONFIG_STORE_DIR: ask('--yes', project.packageManager, 'store', 'path'),
    ...{ HOME: home, USERPROFILE: home, TMPDIR: temporary, TEMP: temporary, TMP: temporary },
    ...{
      USER: 'somebody',
      LOGNAME: 'somebody',
      TZ: 'Pacific/Chatham',
      LANG: 'tr_TR.UTF-8',
      LC_ALL: 'tr_TR.UTF-8',
    },
    ...{ SOURCE_DATE_EPOCH: '1', NODE_ENV: 'test', CLOUDFLARE_ENV: 'staging', WXT_CLIENT_KEY: 'f1688_mine' },
    // One thread in the bundlers that are written in Rust and in Go.
    ...{ RAYON_NUM_THREADS: '1', GOMAXPROCS: '1' },
  }
}

/** Makes all files of a folder look as old as 2001. */
export function age(folder: string): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) utimesSync(join(entry.parentPath, entry.name), 1e9, 1e9)
}
