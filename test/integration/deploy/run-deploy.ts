import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { type Cloudflare, type CloudflareOptions, startCloudflare } from '../../fakes/cloudflare/index.ts'
import { SETTINGS } from '../../serve/settings.ts'
import { ROOT } from '../../tools/paths.ts'

interface Outcome {
  exitCode: number | null
  output: string
  /** The last line but empty ones. */
  lastLine: string
}

interface RunOptions {
  env?: Record<string, string>
  /** What a person types at a terminal, one line for each question. Without it, there is no terminal. */
  typed?: string[]
}

/** A person with an account at Cloudflare, and a clone of the repository without settings. */
export interface Operator {
  cloudflare: Cloudflare
  /** The folder with .dev.vars. */
  settings: string
  write(settings: Record<string, string>): void
  deploy(args?: string[], options?: RunOptions): Promise<Outcome>
  /** `npm run wrangler`. */
  wrangler(args: string[]): Promise<Outcome>
  close(): Promise<void>
}

const SCRIPTS = join(ROOT, 'test', 'scripts')

export async function startOperator(options: CloudflareOptions = {}): Promise<Operator> {
  const cloudflare = await startCloudflare(options)
  const home = mkdtempSync(join(tmpdir(), 'deploy-home-'))
  const settings = mkdtempSync(join(tmpdir(), 'deploy-settings-'))
  const environment = { ...bare(), HOME: home, XDG_CONFIG_HOME: home, ...cloudflare.environment }
  return {
    cloudflare,
    settings,
    wrangler: (args) => run([join(SCRIPTS, 'wrangler.ts'), ...args], environment, undefined),
    write: (values) =>
      writeFileSync(
        join(settings, '.dev.vars'),
        Object.entries(values)
          .map(([name, value]) => `${name}='${value}'\n`)
          .join(''),
      ),
    deploy: (args = [], { env = {}, typed } = {}) => {
      return run(
        [join(SCRIPTS, 'deploy.ts'), '--settings', settings, ...args],
        { ...environment, ...env },
        typed,
      )
    },
    close: async () => {
      await cloudflare.close()
      for (const folder of [home, settings]) rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** This environment without what would decide for the command: settings, logins, and that a robot runs it. */
function bare(): NodeJS.ProcessEnv {
  const decides = new RegExp(
    `^(${SETTINGS.join('|')}|CLOUDFLARE_.*|WRANGLER_.*|WORKERS_CI.*|CI|NODE_OPTIONS|VITEST.*)$`,
  )
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !decides.test(name)))
}

function run(args: string[], env: NodeJS.ProcessEnv, typed: string[] | undefined): Promise<Outcome> {
  const [program, given] = typed
    ? // Its terminal is what `script` opens.
      ([
        'script',
        ['-qec', [process.execPath, ...args].map((word) => `'${word}'`).join(' '), '/dev/null'],
      ] as const)
    : ([process.execPath, args] as const)
  const child = spawn(program, given, { cwd: ROOT, env, stdio: [typed ? 'pipe' : 'ignore', 'pipe', 'pipe'] })
  let [written, output, answered] = ['', '', 0]
  const answers = [...(typed ?? [])]
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      // Of the whole: a control sequence may come in two pieces.
      written += text
      output = stripVTControlCharacters(written)
      // A question ends the output without ending its line.
      if (answers.length === 0 || !/(: |\] )$/.test(output) || answered === output.length) return
      answered = output.length
      child.stdin?.write(`${answers.shift()}\r`)
    })
  return new Promise((resolve) =>
    child.on('close', (exitCode) => {
      const lines = output.split(/\r?\n/).filter((line) => line.trim())
      resolve({ exitCode, output, lastLine: lines.at(-1) ?? '' })
    }),
  )
}
