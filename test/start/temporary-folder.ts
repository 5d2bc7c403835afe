import { mkdirSync, readdirSync, rmSync, statfsSync } from 'node:fs'
import { join } from 'node:path'

const NAME = /^start-(\d+)$/

/** A browser's profile and the worker's storage take about this much. */
const MIN_FREE_BYTES = 100_000_000

/**
 * A folder for what nobody needs after the end of this process, which deletes it however it ends, but for a kill; the next
 * start deletes what a killed one left. It is in the clone, since browsers that are packed as a snap see no other.
 *
 * @throws the file system's own errors; ENOSPC also if there is too little space for what comes
 */
export function openTemporaryFolder(parent: string): string {
  makeFolder(parent)
  for (const name of readdirSync(parent)) {
    const pid = Number(NAME.exec(name)?.[1])
    if (pid && !isRunning(pid)) remove(join(parent, name))
  }
  const folder = join(parent, `start-${process.pid}`)
  makeFolder(folder)
  process.on('exit', () => remove(folder))
  const { bavail, bsize } = statfsSync(folder)
  // The worker would wait for ever for a database that it cannot write.
  if (bavail * bsize < MIN_FREE_BYTES)
    throw Object.assign(new Error(`too little space in ${folder}`), { code: 'ENOSPC' })
  // The tools that are used here and the browser put their own into it.
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = folder
  return folder
}

/** Not recursively: that would say of a read-only disk that the folder does not exist. */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}

function remove(folder: string): void {
  // A browser's last helper processes still write while they end.
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // It runs, for someone else.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
