import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { once } from 'node:events'
import { CEILING_MS, until, within } from './wait.ts'

/**
 * Starts a program that cannot outlive us: the kernel kills it when the thread that started it ends,
 * even by SIGKILL (setpriv is part of util-linux).
 */
export function start(program: string, args: string[], options: SpawnOptions): ChildProcess {
  return spawn('setpriv', ['--pdeathsig', 'KILL', program, ...args], options)
}

export async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  try {
    await within(5_000, `process ${child.pid} to end`, ended)
  } catch {
    child.kill('SIGKILL')
    await within(CEILING_MS, `process ${child.pid} to be killed`, ended)
  }
}

/** The first match in what a program writes. */
export async function firstMatch(child: ChildProcess, fd: number, pattern: RegExp): Promise<string> {
  const stream = child.stdio[fd]
  if (!stream || !('setEncoding' in stream)) throw new Error(`File descriptor ${fd} is not a pipe`)
  let text = ''
  stream.setEncoding('utf8')
  // Stays attached: a pipe that nobody reads would block the program once it is full.
  stream.on('data', (chunk: string) => {
    if (text.length < 20_000) text += chunk
  })
  return until(`${pattern} from ${child.spawnargs[3]}`, () => {
    const found = pattern.exec(text)?.[1]
    if (found) return found
    if (child.exitCode !== null) throw new Error(`it ended with ${child.exitCode}: ${text}`)
    throw new Error(`it said: ${text}`)
  })
}
