import { type SpawnOptions, spawn } from 'node:child_process'
import { ROOT } from './paths.ts'

/** Runs one of the tools with the Node that runs this, its output shown. Resolves to its exit code. */
export function runNode(script: string, args: string[], options: SpawnOptions = {}): Promise<number> {
  return runProgram(process.execPath, [script, ...args], options)
}

export function runProgram(program: string, args: string[], options: SpawnOptions = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: ROOT, stdio: 'inherit', ...options })
    child.on('error', reject)
    child.on('exit', (code) => resolve(code ?? 1))
  })
}
