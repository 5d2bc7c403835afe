import { getBatchRows } from '../../db/batches.ts'
import type { BatchRow, RowProblem } from '../../model/batch.ts'
import { cellOfPath } from '../table/table.ts'
import { failRows, type PictureToRead, readPictures } from './row-picture.ts'

/** A file as it was dropped. */
export interface NamedFile {
  /** In its folder, with `/`; the name alone if it came without one. */
  path: string
  file: Blob
}

/**
 * Reads the pictures of the rows that name one of the files: all rows, or those that had missed theirs before. Rows whose file is
 * not among them, or may be any of several, have failed and say so; the others are `waiting`.
 */
export async function readFiles(
  signal: AbortSignal,
  batchId: string,
  files: readonly NamedFile[],
): Promise<void> {
  const find = fileFinder(files)
  const pictures = new Map<Blob, PictureToRead & { indexes: number[] }>()
  const problems: Record<FileProblem, BatchRow[]> = {
    file_missing: [],
    file_ambiguous: [],
    spreadsheet_needed: [],
  }
  for (const row of await getBatchRows(batchId)) {
    if (row.picture.kind !== 'file' || row.digest !== null) continue
    const found = find(row.picture.name)
    if (typeof found === 'string') problems[found].push(row)
    else if (pictures.has(found)) pictures.get(found)?.indexes.push(row.index)
    else pictures.set(found, { indexes: [row.index], read: async () => found })
  }
  for (const [code, rows] of Object.entries(problems))
    await failRows(batchId, rows, ({ picture }) =>
      picture.kind === 'file'
        ? { ...withoutFile(picture.name), code: code as FileProblem }
        : { code: 'no_picture_named' },
    )
  await readPictures(signal, batchId, [...pictures.values()])
}

type FileProblem = Extract<RowProblem, 'file_missing' | 'file_ambiguous' | 'spreadsheet_needed'>

/** Why a row has no picture whose file is not here. */
export function withoutFile(name: string): { code: FileProblem; detail: string } {
  const cell = cellOfPath(name)
  return cell === undefined
    ? { code: 'file_missing', detail: name }
    : { code: 'spreadsheet_needed', detail: cell }
}

/**
 * A table names a picture by its path on another computer, in one of the folders, by its name, or by the product's number alone:
 * the file is the one whose path ends alike, and of several the one that is named in full.
 */
function fileFinder(files: readonly NamedFile[]): (name: string) => Blob | FileProblem {
  const byName = new Map<string, NamedFile[]>()
  const inSheets = new Map<string, Blob>()
  const folders = new Set<string>()
  for (const each of files) {
    if (cellOfPath(each.path) !== undefined) {
      inSheets.set(each.path, each.file)
      continue
    }
    for (const folder of foldersOf(plain(each.path))) folders.add(folder)
    const name = baseOf(plain(each.path))
    for (const key of new Set([name, stemOf(name)])) byName.set(key, [...(byName.get(key) ?? []), each])
  }
  return (name) => {
    if (cellOfPath(name) !== undefined) return inSheets.get(name) ?? 'spreadsheet_needed'
    const wanted = plain(name)
    const alike = byName.get(baseOf(wanted)) ?? []
    const [only] = alike
    if (!only) return 'file_missing'
    if (alike.length === 1) {
      const folder = foldersOf(wanted).at(-1)
      // Of a folder that is here, but without this file, another folder's is another picture.
      const isOther =
        folder !== undefined && folders.has(folder) && !foldersOf(plain(only.path)).includes(folder)
      return isOther ? 'file_missing' : only.file
    }
    const inFull = alike.filter(({ path }) => plain(path) === wanted)
    const nested = alike.filter(({ path }) => endsAlike(plain(path), wanted))
    const [chosen] = inFull.length === 1 ? inFull : nested
    return chosen && (inFull.length === 1 || nested.length === 1) ? chosen.file : 'file_ambiguous'
  }
}

/** Systems disagree about case, the direction of slashes, and how accents are written. */
function plain(path: string): string {
  return path
    .trim()
    .normalize('NFC')
    .replaceAll('\\', '/')
    .replace(/^\.?\//, '')
    .toLowerCase()
}

function foldersOf(path: string): string[] {
  return path.split('/').slice(0, -1)
}

function baseOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

function stemOf(name: string): string {
  return name.replace(/\.[a-z0-9]{2,5}$/, '')
}

function endsAlike(one: string, other: string): boolean {
  if (!one.includes('/') || !other.includes('/')) return false
  return `/${one}`.endsWith(`/${other}`) || `/${other}`.endsWith(`/${one}`)
}
