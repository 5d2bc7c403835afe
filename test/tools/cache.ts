import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises'
import { homedir } from 'node:os'
import { basename, join } from 'node:path'
import sharp from 'sharp'
import { CACHE } from './paths.ts'

/** Where pictures outlive the clone. */
const HOME = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'find-on-1688')

/** What decides how pictures look: the files that render them and their input. The version of sharp is added. */
export interface Recipe {
  files: readonly string[]
  plan?: unknown
}

/**
 * The folder with what `make` writes for this recipe, made now unless it exists. It is in the home's cache, or in the clone
 * if the home is read-only. A folder gets its name only when finished, so several processes may start at once.
 */
export async function cachedFolder(
  name: string,
  recipe: Recipe,
  make: (folder: string) => Promise<void>,
): Promise<string> {
  const parent = await writableParent()
  const folder = join(parent, `${name}-${await hashOf(recipe)}`)
  if (existsSync(folder)) return folder
  const unfinished = await mkdtemp(`${folder}.`)
  try {
    await make(unfinished)
    await rename(unfinished, folder)
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  }
  return folder
}

async function writableParent(): Promise<string> {
  for (const parent of [HOME, CACHE]) {
    try {
      await mkdir(parent, { recursive: true })
      await rm(await mkdtemp(join(parent, '.writable-')), { recursive: true })
      return parent
    } catch {}
  }
  throw new Error(`neither ${HOME} nor ${CACHE} can be written`)
}

async function hashOf({ files, plan }: Recipe): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify([plan, sharp.versions]))
  for (const file of files) hash.update(`${basename(file)}\n`).update(await readFile(file))
  return hash.digest('hex').slice(0, 16)
}
