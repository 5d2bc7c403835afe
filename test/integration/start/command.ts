import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../../tools/paths.ts'

export interface Command {
  process: ChildProcess
  /** Resolves to its exit code; `null` if it was killed. */
  ended: Promise<number | null>
  /** All that it printed, line by line. */
  lines(): string[]
  /** Resolves once the condition holds; rejects with what it printed if it ends before. */
  until(condition: () => boolean): Promise<void>
  /** As a terminal does on Ctrl-C: to the whole process group. */
  signalAll(signal: NodeJS.Signals): void
  /** The command lines of what it started, itself included, as far as it runs. Linux only. */
  processes(): string[]
}

export interface CommandOptions {
  /** The clone; by default this one. */
  root?: string
  args?: string[]
  env?: NodeJS.ProcessEnv
}

/** Runs the launcher in a process group of its own, as a shell does. */
export function runCommand(name: string, { root = ROOT, args = [], env = {} }: CommandOptions = {}): Command {
  // All that it starts inherits this.
  const mark = `COMMAND_UNDER_TEST=${randomUUID()}`
  const [markName = '', markValue] = mark.split('=')
  const child = spawn(process.execPath, [join(root, 'test', 'scripts', 'launch.mjs'), name, ...args], {
    cwd: root,
    env: { ...process.env, ...env, [markName]: markValue },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk
    })
  let hasEnded = false
  const ended = new Promise<number | null>((resolve) =>
    child.on('close', (code) => {
      hasEnded = true
      resolve(code)
    }),
  )
  return {
    process: child,
    ended,
    lines: () => text.trimEnd().split('\n'),
    until: async (condition) => {
      while (!condition()) {
        if (hasEnded) throw new Error(`it ended too early:\n${text}`)
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    },
    signalAll: (signal) => {
      if (child.pid) process.kill(-child.pid, signal)
    },
    processes: () => readdirSync('/proc').flatMap((pid) => commandLine(pid, mark) ?? []),
  }
}

/** `undefined` if the process is another one's, or has ended. */
function commandLine(pid: string, mark: string): string | undefined {
  try {
    if (!readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').includes(mark)) return undefined
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return undefined
  }
}
