import type { NamedFile } from '../pictures/read-files.ts'
import { decodeTable } from './decode-table.ts'

/** A longer text names a picture early. */
const MAX_LOOKED_AT = 1024 * 1024

/** The files that may be the list of products: beside pictures a text is one if it names any of them, otherwise it is a note. */
export async function listsAmong(
  tables: readonly NamedFile[],
  pictures: readonly NamedFile[],
): Promise<NamedFile[]> {
  if (pictures.length === 0) return [...tables]
  const names = pictures.map(({ path }) => path.slice(path.lastIndexOf('/') + 1).toLowerCase())
  const stems = new Set(names.map((name) => name.replace(/\.[^.]*$/, '')))
  const are = await Promise.all(
    tables.map(async ({ path, file }) => {
      if (!isNote(path, file)) return true
      const { text } = decodeTable(new Uint8Array(await file.slice(0, MAX_LOOKED_AT).arrayBuffer()))
      const words = text.toLowerCase()
      return (
        names.some((name) => words.includes(name)) ||
        words.split(/[\t,;|\r\n]+/).some((cell) => stems.has(cell.trim()))
      )
    }),
  )
  return tables.filter((_, at) => are[at])
}

function isNote(path: string, { type }: Blob): boolean {
  return /\.txt$/i.test(path) || (!/\.[a-z]+$/i.test(path) && type === 'text/plain')
}
