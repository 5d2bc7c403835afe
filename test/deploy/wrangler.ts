import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { programOf, ROOT } from '../tools/paths.ts'
import { runNode } from '../tools/run-program.ts'

/** What Wrangler reports of a command, besides what it prints for people. */
interface Entry {
  type: string
  /** Of `command-failed`. */
  code?: number
  message?: string
  /** Of `deploy`: the addresses, as https://… or as a host. */
  targets?: string[]
  version_id?: string
}

export interface WranglerRun {
  succeeded: boolean
  output: string
  entries: Entry[]
}

export type Wrangler = (args: string[], env?: NodeJS.ProcessEnv) => Promise<WranglerRun>

/** The configuration that is deployed. */
export const CONFIG = join(ROOT, 'wrangler.jsonc')

/** Runs Wrangler without a terminal: it asks nothing, prints nothing, and writes no ids into the configuration. */
export const runWrangler: Wrangler = async (args, env = {}) => {
  const folder = await mkdtemp(join(tmpdir(), 'wrangler-'))
  const report = join(folder, 'report.ndjson')
  let output = ''
  try {
    const code = await runNode(
      programOf('worker', 'wrangler', 'bin/wrangler.js'),
      [...args, '--config', CONFIG],
      {
        write: (text) => (output += text),
        env: {
          ...process.env,
          NO_COLOR: '1',
          WRANGLER_SEND_METRICS: 'false',
          WRANGLER_HIDE_BANNER: 'true',
          WRANGLER_OUTPUT_FILE_PATH: report,
          ...env,
        },
      },
    )
    const lines = (await readFile(report, 'utf8').catch(() => '')).split('\n').filter(Boolean)
    return { succeeded: code === 0, output, entries: lines.map((line) => JSON.parse(line) as Entry) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The JSON that a command printed, after any warnings; `undefined` if there is none. */
export function jsonIn({ output }: WranglerRun): unknown {
  const start = output.search(/^[[{]/m)
  try {
    return JSON.parse(output.slice(start, output.search(/[\]}]\s*$/) + 1))
  } catch {
    return undefined
  }
}
