import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..', '..', '..', '.cache')

/** Where the pictures of this very generator and plan are kept: changing a file that makes them makes new ones. */
async function folderFor(plan: unknown): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(plan))
  for (const folder of [import.meta.dirname, join(import.meta.dirname, '..', 'match')]) {
    const files = (await readdir(folder)).filter((name) => MAKERS.has(name)).sort()
    for (const name of files) hash.update(await readFile(join(folder, name)))
  }
  return join(ROOT, `pictures-${hash.digest('hex').slice(0, 16)}`)
}

const MAKERS = new Set([
  'cutout.ts',
  'scene.ts',
  'photo.ts',
  'make.ts',
  'pixels.ts',
  'background.ts',
  'border.ts',
  'seam.ts',
  'subject.ts',
  'descriptor.ts',
  'frame.ts',
  'analyse.ts',
])

/**
 * The folder with what `make` wrote, made now if it is not there. A half-made one never gets its name, so that several
 * processes may start at once.
 */
export async function cached(plan: unknown, make: (folder: string) => Promise<void>): Promise<string> {
  const folder = await folderFor(plan)
  if (existsSync(folder)) return folder
  const unfinished = `${folder}.${process.pid}`
  await mkdir(unfinished, { recursive: true })
  try {
    await make(unfinished)
    await rename(unfinished, folder)
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  }
  return folder
}
