import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ROOT } from '../../tools/paths.ts'

export interface Finished {
  code: number | null
  signal: NodeJS.Signals | null
  stdout: string
  stderr: string
}

export interface Running {
  child: ChildProcess
  finished: Promise<Finished>
}

/** `npm run match` as a process of its own, without npm around it. */
export function startMatch(secret: string, folder: string, args: string[]): Running {
  const child = spawn(process.execPath, [join(ROOT, 'test', 'scripts', 'match.ts'), ...args], {
    cwd: ROOT,
    env: { ...process.env, FIND_ON_1688: secret, INIT_CWD: folder },
  })
  let [stdout, stderr] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  const finished = new Promise<Finished>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => resolve({ code, signal, stdout, stderr }))
  })
  return { child, finished }
}

export function runMatch(secret: string, folder: string, args: string[]): Promise<Finished> {
  return startMatch(secret, folder, args).finished
}

/** Ends it like a crash, so long after it has begun to search. */
export async function killAfter({ child, finished }: Running, ms: number): Promise<Finished> {
  const begun = new Promise((resolve) => child.stderr?.once('data', resolve))
  await Promise.race([begun.then(() => sleep(ms)), finished])
  child.kill('SIGKILL')
  return finished
}
