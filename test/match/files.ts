import type { Dirent } from 'node:fs'
import { lstat, readdir, realpath } from 'node:fs/promises'
import { basename, isAbsolute, join, parse, relative, resolve, sep } from 'node:path'
import type { RowFailure } from '../../extension/src/model/batch.ts'

/** Beside an output that is in the folder of the pictures. */
export const JOURNAL_SUFFIX = '.journal'
/** A folder with more files than that is not one of pictures. */
const MAX_FILES = 200_000

/** Why a row's picture could not be read. */
export class PictureError extends Error {
  readonly failure: RowFailure

  constructor(failure: RowFailure) {
    super(failure.code)
    this.failure = failure
  }
}

export interface Listing {
  /** As paths in the folder, with slashes. */
  paths: string[]
  /** What was not looked at, in sentences. */
  problems: string[]
}

/**
 * All files below a folder, but for hidden ones, which are of programs. A folder in it that cannot be read hides only what is
 * in it.
 *
 * @throws what reading the folder itself throws
 */
export async function filesBelow(folder: string, read = readEntries): Promise<Listing> {
  const listing: Listing = { paths: [], problems: [] }
  const below = ['']
  for (const at of below) {
    const entries = await read(join(folder, at)).catch((error: unknown) => {
      if (at === '') throw error
      listing.problems.push(`A folder is left out: ${(error as Error).message}`)
      return []
    })
    for (const entry of entries) {
      if (isOfProgram(entry.name)) continue
      const path = at === '' ? entry.name : `${at}/${entry.name}`
      if (entry.isDirectory()) below.push(path)
      else if (entry.isFile()) listing.paths.push(path)
    }
    if (listing.paths.length <= MAX_FILES) continue
    listing.paths.length = MAX_FILES
    listing.problems.push(`${folder} has more than ${MAX_FILES} files: the others are left out.`)
    break
  }
  return listing
}

function readEntries(folder: string): Promise<Dirent[]> {
  return readdir(folder, { withFileTypes: true })
}

function isOfProgram(name: string): boolean {
  return name.startsWith('.') || name.endsWith(JOURNAL_SUFFIX)
}

/**
 * Finds the files that a list names. It never names files elsewhere on this machine.
 *
 * @param warn is told what cannot be looked at
 */
export function pictureFiles(folder: string, warn: (sentence: string) => void) {
  let listing: Promise<Map<string, string[]>> | undefined
  const folders = new Set<string>()
  /** By what a person takes for the same name. */
  const byName = async () => {
    const names = new Map<string, string[]>()
    const { paths, problems } = await filesBelow(folder).catch(
      (error: Error): Listing => ({ paths: [], problems: [error.message] }),
    )
    for (const problem of problems) warn(problem)
    for (const path of paths) {
      for (const each of foldersOf(path)) folders.add(each)
      const name = plain(basename(path))
      names.set(name, [...(names.get(name) ?? []), path])
    }
    return names
  }
  return {
    /**
     * The file at this path in the folder, or else the only one below it with this name.
     *
     * @throws PictureError
     */
    async find(name: string): Promise<string> {
      for (const path of [resolve(folder, name), resolve(parse(folder).root, name)])
        if (await isFileBelow(folder, path)) return path
      listing ??= byName()
      const sameName = (await listing).get(plain(basename(name))) ?? []
      const [only, another] = sameName
      const named = foldersOf(name).at(-1)
      // Of a folder that is here, but without this file, another folder's is another picture.
      const isOther = only && named && !foldersOf(only).includes(named) && folders.has(named)
      if (only && !another && !isOther) return join(folder, only)
      const detail = another ? sameName.slice(0, 3).join(', ') : name
      throw new PictureError({ code: another ? 'file_ambiguous' : 'file_missing', detail })
    },
  }
}

function foldersOf(path: string): string[] {
  return plain(path).split('/').slice(0, -1)
}

/** Whether it is a file that the folder's listing has, too: no link leads out of the folder. */
async function isFileBelow(folder: string, path: string): Promise<boolean> {
  const inside = relative(folder, path)
  if (inside === '' || isAbsolute(inside) || inside.split(sep).some(isOfProgram)) return false
  try {
    const [root, real] = [await realpath(folder), await realpath(path)]
    return real === join(root, inside) && (await lstat(path)).isFile()
  } catch {
    return false
  }
}

/** macOS stores letters and their accents apart. */
function plain(name: string): string {
  return name.normalize('NFC').toLowerCase()
}
