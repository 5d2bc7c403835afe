import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startLocalWorker } from '../../serve/local-worker.ts'
import { builtWorker } from '../../tools/built-worker.ts'

export interface RunningWorker {
  url: string
  close(): Promise<void>
}

export interface WorkerOptions {
  /** 0 takes any free one. */
  port?: number
  settings: Record<string, string>
}

/** The worker in local `workerd`, with temporary storage of its own. */
export async function startWorker({ port = 0, settings }: WorkerOptions): Promise<RunningWorker> {
  const folder = await mkdtemp(join(tmpdir(), 'worker-'))
  const forget = () => rm(folder, { recursive: true, force: true })
  try {
    const host = '127.0.0.1'
    const worker = await startLocalWorker({
      bundle: await builtWorker(),
      settings,
      host,
      port,
      storage: join(folder, 'storage'),
      pidFile: join(folder, 'pid'),
      log: () => {},
      warn: (line) => console.error(line),
      onFailure: (error) => console.error(error),
    })
    const close = async () => {
      await worker.close()
      await forget()
    }
    return { url: `http://${host}:${worker.port}`, close }
  } catch (error) {
    await forget()
    throw error
  }
}
