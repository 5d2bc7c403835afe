import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type FileLock, takeLock } from '../tools/lock.ts'
import { ROOT } from '../tools/paths.ts'

/** Where `npm run serve` keeps everything unless it is told otherwise. */
export const DATA = join(ROOT, 'worker', '.serve')

/** How an operator's commands reach the worker that is served from a folder. */
export interface OperatorAccess {
  worker: string
  adminToken: string
}

export interface DataFolder {
  /** The worker's storage. */
  storage: string
  /** For what nobody needs after the end. */
  temporary: string
  pidFile: string
  /** The same at every start; made at the first. */
  adminToken(): string
  writeAccess(access: OperatorAccess): void
  close(): void
}

export interface OpenOptions {
  /** How long another service that uses the folder may take to end. */
  waitMs?: number
  onWait?(): void
}

/**
 * Opens the folder, for this process alone: two workers on the same data would each send the calls that one may send.
 *
 * @throws FolderInUse; the file system's own errors
 */
export async function openDataFolder(folder: string, options: OpenOptions = {}): Promise<DataFolder> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const pidFile = join(folder, 'workerd.pid')
  const lock = await waitForLock(join(folder, 'lock'), options)
  await endLeftover(pidFile)
  // A service that was killed left its own.
  const temporary = join(folder, 'tmp')
  rmSync(temporary, { recursive: true, force: true })
  mkdirSync(temporary)
  return {
    storage: join(folder, 'storage'),
    temporary,
    pidFile,
    adminToken: () => {
      const file = join(folder, 'admin-token')
      const known = readIfThere(file)
      if (known) return known
      const token = randomBytes(32).toString('base64url')
      writeSecret(file, token)
      return token
    },
    writeAccess: (access) => writeSecret(accessFile(folder), JSON.stringify(access)),
    close: () => lock.close(),
  }
}

export class FolderInUse extends Error {}

/** `undefined` if nothing was ever served from this folder. */
export function readAccess(folder: string): OperatorAccess | undefined {
  const text = readIfThere(accessFile(folder))
  return text === undefined ? undefined : (JSON.parse(text) as OperatorAccess)
}

async function waitForLock(file: string, { waitMs = 0, onWait }: OpenOptions): Promise<FileLock> {
  const endMs = performance.now() + waitMs
  for (let attempt = 0; ; attempt++) {
    const lock = takeLock(file)
    if (lock) return lock
    if (performance.now() >= endMs) throw new FolderInUse()
    if (attempt === 0) onWait?.()
    await sleep(100)
  }
}

/**
 * Ends the workerd of a service that was killed together with the watcher of its workerd. Without /proc a leftover is not
 * found, and the port says that it is in use.
 */
async function endLeftover(pidFile: string): Promise<void> {
  const pid = Number(readIfThere(pidFile))
  if (!Number.isInteger(pid) || pid <= 0) return
  for (let attempt = 0; attempt < 100 && writesTo(pidFile, pid); attempt++) {
    process.kill(pid, 'SIGKILL')
    await sleep(20)
  }
}

/** Whether a process was started to write its number there: the number alone may be another one's by now. */
function writesTo(pidFile: string, pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').includes(`PID_FILE=${pidFile}`)
  } catch {
    return false
  }
}

function accessFile(folder: string): string {
  return join(folder, 'operator.json')
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** A file is there as a whole or not at all, even after a kill. */
function writeSecret(file: string, text: string): void {
  writeFileSync(`${file}.new`, `${text}\n`, { mode: 0o600 })
  renameSync(`${file}.new`, file)
}
