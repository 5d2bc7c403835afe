import { join } from 'node:path'
import { buildEnvironment } from './build-environment.ts'
import { programOf, ROOT } from './paths.ts'
import { runNode } from './run-program.ts'

export type Target = 'chrome' | 'firefox'

interface WxtOptions {
  outDir: string
  /** Variables that go into the build. */
  variables?: Record<string, string>
  /** What WXT prints. */
  level: 'warn' | 'error'
  /** Receives what it prints. By default, its errors go to ours. */
  write?: (text: string) => void
}

/** Runs a command of WXT for a browser. The build depends on the sources and on `variables` alone. */
export async function runWxt(
  command: 'build' | 'zip',
  target: Target,
  { outDir, variables, level, write }: WxtOptions,
): Promise<void> {
  const args = [command, join(ROOT, 'extension'), '--browser', target, '--mv3', '--level', level]
  const code = await runNode(programOf('extension', 'wxt', 'bin/wxt.mjs'), args, {
    // WXT takes variables from .env files in the folder where it runs. In this one there are none.
    cwd: import.meta.dirname,
    env: { ...buildEnvironment(), ...variables, FIND_ON_1688_OUT_DIR: outDir, WXT_TELEMETRY: '0' },
    ...(write ? { write } : { stdio: ['ignore', 'ignore', 'inherit'] }),
  })
  if (code !== 0) throw new Error(`wxt ${command} failed for ${target}`)
}
