import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from 'miniflare'
import { readBindings } from '../tools/built-worker.ts'

export interface LocalWorkerOptions {
  /** The folder of the bundle. */
  bundle: string
  settings: Record<string, string>
  host: string
  /** 0 takes any free port. */
  port: number
  /** The folder for everything that is stored. */
  storage: string
  /** Where the number of workerd's process is written. */
  pidFile: string
  /** What the worker logs: a line for each request. */
  log(line: string): void
  /** What it and the runtime warn of. */
  warn(line: string): void
  /** workerd ended unexpectedly and could not be started again. */
  onFailure(error: Error): void
}

export interface LocalWorker {
  port: number
  close(): Promise<void>
}

const SWEEP_MS = 3_600_000

/**
 * The worker's bundle in `workerd`, with the bindings of wrangler.jsonc and its storage on disk. It has a socket of its own,
 * without the entry worker of a development server, which would add headers, routes and error pages, and hide that a client has left.
 *
 * @throws if it cannot be started
 */
export async function startLocalWorker(options: LocalWorkerOptions): Promise<LocalWorker> {
  const { bundle, settings, host, port, storage, pidFile, log, warn, onFailure } = options
  const { name, vars, options: bindings } = await readBindings(bundle)
  if (process.platform !== 'win32')
    process.env.MINIFLARE_WORKERD_PATH = join(import.meta.dirname, 'workerd.sh')
  const miniflare = new Miniflare({
    ...convertV4MiniflareOptions({
      ...bindings,
      name,
      modules: modulesIn(bundle),
      modulesRoot: bundle,
      bindings: { ...vars, ...settings },
      unsafeDirectSockets: [{ host, port }],
    }),
    resourcePersistencePath: storage,
    // Nothing is asked of Cloudflare, and other workers on this machine are not looked for.
    cf: false,
    enableDevRegistry: false,
    unsafeRuntimeEnv: { WORKERD: pathOfWorkerd(), PID_FILE: pidFile },
    handleStructuredLogs: ({ level, message }) => (/^(error|warn)/.test(level) ? warn : log)(message),
    log: new RuntimeLog(warn, onFailure),
  })
  await miniflare.ready
  const url = await miniflare.unsafeGetDirectURL(name)
  /** Miniflare deletes the expired entries of a namespace only when it is listed, which the worker never does to answers. */
  const deleteExpired = async () => {
    for (const binding of Object.keys(bindings.kvNamespaces ?? {}))
      await (await miniflare.getKVNamespace(binding, name)).list({ limit: 1 })
  }
  await deleteExpired()
  const timer = setInterval(() => deleteExpired().catch((error) => warn(String(error))), SWEEP_MS)
  return {
    port: Number(url.port),
    close: () => {
      clearInterval(timer)
      return miniflare.dispose()
    },
  }
}

/** The entry point first. Left to itself, Miniflare takes the modules beside it, which are loaded when asked for, for CommonJS. */
function modulesIn(bundle: string) {
  const lazy = readdirSync(join(bundle, 'generated')).filter((name) => name.endsWith('.js'))
  return ['index.js', ...lazy.map((name) => join('generated', name))].map((name) => ({
    type: 'ESModule' as const,
    path: join(bundle, name),
  }))
}

/** Miniflare starts a workerd that crashed again by itself, and says here if it cannot. */
class RuntimeLog extends Log {
  readonly #warn: (line: string) => void
  readonly #onFailure: (error: Error) => void

  constructor(warn: (line: string) => void, onFailure: (error: Error) => void) {
    super(LogLevel.WARN)
    this.#warn = warn
    this.#onFailure = onFailure
  }

  override warn(message: string): void {
    this.#warn(message)
  }

  override error(error: Error): void {
    this.#warn(error.message)
    if ((error as { code?: string }).code === 'ERR_RUNTIME_FAILURE') this.#onFailure(error)
  }
}

export function pathOfWorkerd(): string {
  const ofMiniflare = createRequire(createRequire(import.meta.url).resolve('miniflare'))
  return (ofMiniflare('workerd') as { default: string }).default
}
