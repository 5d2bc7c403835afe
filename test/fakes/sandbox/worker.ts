import { join } from 'node:path'
import { unstable_startWorker as startWorkerd } from 'wrangler'
import { ROOT } from '../../tools/paths.ts'

export interface RunningWorker {
  url: string
  close(): Promise<void>
}

export interface WorkerOptions {
  /** 0 takes any free port. */
  port?: number
  vars: Record<string, string>
  secrets: Record<string, string>
}

/** The worker in local `workerd`, with temporary storage of its own. */
export async function startWorker({ port = 0, vars, secrets }: WorkerOptions): Promise<RunningWorker> {
  process.env.WRANGLER_SEND_METRICS ??= 'false'
  process.env.CLOUDFLARE_CF_FETCH_ENABLED ??= 'false'
  const text = (type: 'plain_text' | 'secret_text', values: Record<string, string>) =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { type, value }]))
  const worker = await startWorkerd({
    config: join(ROOT, 'worker', 'wrangler.jsonc'),
    // Otherwise its command would run in this process's folder.
    build: { custom: { workingDirectory: join(ROOT, 'worker') } },
    // Wrangler would add what an operator has in worker/.dev.vars: a real app key.
    envFiles: [join(import.meta.dirname, 'no.env')],
    bindings: { ...text('plain_text', vars), ...text('secret_text', secrets) },
    dev: {
      server: { hostname: '127.0.0.1', port },
      inspector: false,
      watch: false,
      persist: false,
      logLevel: 'error',
      liveReload: false,
    },
  })
  await worker.ready
  return { url: (await worker.url).href.replace(/\/$/, ''), close: () => worker.dispose() }
}
