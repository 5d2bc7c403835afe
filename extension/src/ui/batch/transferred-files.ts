import type { NamedFile } from '../../batch/pictures/read-files.ts'
import { MAX_BATCH_ROWS } from '../../model/batch.ts'

/** More files are not looked at: a folder of pictures beside a table may have some that no row names. */
const MAX_FILES = MAX_BATCH_ROWS * 4

/**
 * The files of a drop or a paste, those in folders too. The entries have to be asked for while the event is handled, so call
 * this before anything is awaited.
 */
export async function transferredFiles(data: DataTransfer): Promise<NamedFile[]> {
  const entries = [...data.items].flatMap((item) =>
    item.kind === 'file' ? (item.webkitGetAsEntry() ?? item.getAsFile() ?? []) : [],
  )
  const files: NamedFile[] = []
  for (const entry of entries)
    if (entry instanceof File) files.push({ path: entry.name, file: entry })
    else await addEntry(entry, files)
  return files
}

let handed: Promise<NamedFile[]> | undefined

/** Keeps what was dropped on another view for the view that begins a list. */
export function handFiles(files: Promise<NamedFile[]>): void {
  handed = files
}

/** What was handed over, once. */
export function takeHandedFiles(): Promise<NamedFile[]> | undefined {
  const files = handed
  handed = undefined
  return files
}

/** The files of an input; with `webkitdirectory` it says where in the folder they are. */
export function chosenFiles(list: FileList | null): NamedFile[] {
  return [...(list ?? [])]
    .slice(0, MAX_FILES)
    .map((file) => ({ path: file.webkitRelativePath || file.name, file }))
}

async function addEntry(entry: FileSystemEntry, files: NamedFile[]): Promise<void> {
  if (files.length >= MAX_FILES) return
  if (entry.isFile) {
    const file = await new Promise<File | undefined>((resolve) =>
      // A file that has gone meanwhile is none.
      (entry as FileSystemFileEntry).file(resolve, () => resolve(undefined)),
    )
    if (file) files.push({ path: entry.fullPath.replace(/^\//, ''), file })
    return
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  // A reader gives a hundred entries at a time, and none once it is at the end.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve) =>
      reader.readEntries(resolve, () => resolve([])),
    )
    if (some.length === 0) return
    for (const each of some) await addEntry(each, files)
  }
}
