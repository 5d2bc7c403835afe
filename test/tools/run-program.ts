import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { ROOT } from './paths.ts'

export interface RunOptions extends SpawnOptions {
  /** Receives what the program prints, on both streams. By default, it prints to ours. */
  write?: (text: string) => void
}

const running = new Set<ChildProcess>()

/** Runs a tool with the Node that runs this. Resolves to its exit code. */
export function runNode(script: string, args: string[], options: RunOptions = {}): Promise<number> {
  return runProgram(process.execPath, [script, ...args], options)
}

export function runProgram(
  program: string,
  args: string[],
  { write, ...options }: RunOptions = {},
): Promise<number> {
  return new Promise((resolve, reject) => {
    const stdio = write ? ['ignore', 'pipe', 'pipe'] : 'inherit'
    const child = spawn(program, args, { cwd: ROOT, stdio, ...options } as SpawnOptions)
    running.add(child)
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text) => write?.(text))
    child.on('error', reject)
    child.on('close', (code) => {
      running.delete(child)
      resolve(code ?? 1)
    })
  })
}

/** Ends all running programs when this process receives a signal to end. */
export function stopProgramsOnSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      stopPrograms()
      process.exit(1)
    })
}

export function stopPrograms(): void {
  for (const child of running) child.kill('SIGTERM')
}
