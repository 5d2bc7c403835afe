import type { ProductInput } from '../../model/batch.ts'
import { MAX_BATCH_ROWS } from '../../model/batch.ts'
import type { NamedFile } from '../pictures/read-files.ts'

const TABLE_NAME = /\.(?:csv|tsv|txt|tab|xlsx|xlsm|xltx|xls)$/i
const TABLE_TYPE =
  /^(?:text\/(?:csv|plain|tab-separated-values)|application\/(?:vnd\.ms-excel|vnd\.openxmlformats-officedocument\.spreadsheetml\b))/
const PICTURE_NAME = /\.(?:jpe?g|jfif|png|webp|gif|avif|bmp|svg|heic|heif|tiff?)$/i
/** What systems put into folders: `.DS_Store`, `Thumbs.db`, Excel's own lock files, the twins of macOS. */
const SYSTEM_FILE = /(?:^|\/)(?:\.[^/]*|~\$[^/]*|Thumbs\.db|desktop\.ini)$|(?:^|\/)__MACOSX\//i

interface SortedFiles {
  tables: NamedFile[]
  /** In the order in which people number files: `2.jpg` before `10.jpg`. */
  pictures: NamedFile[]
  /** Neither. */
  others: NamedFile[]
}

const byPath = new Intl.Collator('en', { numeric: true })

export function sortFiles(files: readonly NamedFile[]): SortedFiles {
  const sorted: SortedFiles = { tables: [], pictures: [], others: [] }
  for (const named of files) {
    const { path, file } = named
    if (SYSTEM_FILE.test(path)) continue
    if (file.type.startsWith('image/') || PICTURE_NAME.test(path)) sorted.pictures.push(named)
    else if (TABLE_NAME.test(path) || TABLE_TYPE.test(file.type)) sorted.tables.push(named)
    else sorted.others.push(named)
  }
  sorted.pictures.sort((one, other) => byPath.compare(one.path, other.path))
  return sorted
}

/** Every picture is a product, called as its file. Files of the same name are told apart by a number. */
export function inputsOfPictures(pictures: readonly NamedFile[]): {
  inputs: ProductInput[]
  files: NamedFile[]
} {
  const used = new Set<string>()
  const files = pictures.slice(0, MAX_BATCH_ROWS).map(({ path, file }) => {
    const unique = uniquePath(path, used)
    used.add(unique.toLowerCase())
    return { path: unique, file }
  })
  const inputs = files.map(
    ({ path }): ProductInput => ({
      line: null,
      own: [],
      title: titleOf(path),
      productNumber: null,
      link: null,
      price: null,
      currency: null,
      quantity: null,
      weightKg: null,
      picture: { kind: 'file', name: path },
    }),
  )
  return { inputs, files }
}

function uniquePath(path: string, used: ReadonlySet<string>): string {
  const dot = path.lastIndexOf('.')
  const [stem, ending] = dot > path.lastIndexOf('/') ? [path.slice(0, dot), path.slice(dot)] : [path, '']
  let unique = path
  for (let number = 2; used.has(unique.toLowerCase()); number++) unique = `${stem} (${number})${ending}`
  return unique
}

function titleOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1)
  return name.replace(/\.[^.]+$/, '') || name
}

/** The folder that all of them are in; empty if there is none. */
export function folderOf(files: readonly NamedFile[]): string {
  const [first, ...others] = files.map(({ path }) => (path.includes('/') ? (path.split('/')[0] ?? '') : ''))
  return first && others.every((folder) => folder === first) ? first : ''
}
