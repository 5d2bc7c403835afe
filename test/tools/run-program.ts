import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { ROOT } from './paths.ts'

export interface RunOptions extends SpawnOptions {
  /** Gets what the program prints, on either stream; without it, the program prints straight to ours. */
  write?: (text: string) => void
}

const running = new Set<ChildProcess>()

/** Runs one of the tools with the Node that runs this. Resolves to its exit code. */
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

/** Ends the programs that still run when this process is told to end. */
export function stopProgramsOnSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      for (const child of running) child.kill('SIGTERM')
      process.exit(1)
    })
}
