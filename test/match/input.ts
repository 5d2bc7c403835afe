import { openAsBlob } from 'node:fs'
import { access, constants, readdir, stat } from 'node:fs/promises'
import { basename, dirname, extname } from 'node:path'
import { problemsOfNewList, readBack, withDecisions } from '../../extension/src/batch/decisions/read-back.ts'
import { FIELDS, type Field } from '../../extension/src/batch/table/column-words.ts'
import { type ColumnMap, guessColumns, inputsOf } from '../../extension/src/batch/table/columns.ts'
import { newBatch } from '../../extension/src/batch/table/new-batch.ts'
import { readTable } from '../../extension/src/batch/table/read-table.ts'
import { letters, type Table, TableError, type TableFault } from '../../extension/src/batch/table/table.ts'
import { en } from '../../extension/src/i18n/en.ts'
import {
  type Batch,
  type BatchRow,
  MAX_BATCH_ROWS,
  type ProductInput,
} from '../../extension/src/model/batch.ts'
import { type Settings, UsageError } from './arguments.ts'
import { filesBelow } from './files.ts'

export interface Input {
  batch: Batch
  rows: BatchRow[]
  /** Pictures that lie in the workbook itself, by the names that its rows have for them. */
  embedded: Map<string, Blob>
  /** Which of the file's columns are taken for what; missing for a folder. */
  columns?: string
  /** What a person should know of the file, in sentences. */
  warnings: string[]
  /** Decisions in an exported file that are in none of its rows now. */
  unread: number
}

const PICTURES = /\.(jpe?g|jfif|png|webp|gif|avif|svg|bmp|ico|tiff?|heic|jxl|jp2)$/i

const FAULTS: Record<TableFault, string> = {
  too_large: 'has more than 50 MB: split it.',
  expands_too_far: 'unpacks to far more than a list of products has.',
  empty: 'has no rows.',
  encrypted: 'has a password: save it without one.',
  damaged: 'is damaged.',
  not_a_table: 'is neither text nor a workbook that can be read: save it as .xlsx or .csv.',
}

/** @throws UsageError if it cannot be read, or has more rows than one list may have */
export async function readInput(settings: Settings): Promise<Input> {
  const found = await stat(settings.input).catch(() => undefined)
  if (!found) throw new UsageError(`There is no ${settings.input}.`)
  if (settings.pictures !== null) await checkFolder(settings.pictures)
  return found.isDirectory() ? readFolder(settings) : readFile(settings)
}

/** Where file names in the list are looked for. */
export function pictureFolder({ input, pictures }: Pick<Settings, 'input' | 'pictures'>, isFolder: boolean) {
  return pictures ?? (isFolder ? input : dirname(input))
}

async function readFolder(settings: Settings): Promise<Input> {
  const { names, problems } = await picturesIn(settings.input)
  if (names.length === 0) throw new UsageError(`There are no pictures in ${settings.input}.`)
  checkRows(names.length, settings.input)
  const inputs = names.map(
    (name): ProductInput => ({
      ...{ line: null, own: [], title: null, productNumber: null, link: null, price: null },
      ...{ currency: null, quantity: null, weightKg: null, picture: { kind: 'file', name } },
    }),
  )
  return { ...batchOf(settings, 'files', [], inputs), embedded: new Map(), warnings: problems, unread: 0 }
}

/** In the order in which people count. */
async function picturesIn(folder: string): Promise<{ names: string[]; problems: string[] }> {
  const { paths, problems } = await filesBelow(folder).catch((error: Error) => {
    throw new UsageError(`${folder} cannot be read: ${error.message}`)
  })
  const names = paths
    .filter((name) => PICTURES.test(name))
    .sort((one, other) => one.localeCompare(other, 'en', { numeric: true }))
  return { names, problems }
}

async function checkFolder(folder: string): Promise<void> {
  await readdir(folder).catch((error: Error) => {
    throw new UsageError(`--pictures is no folder that can be read: ${error.message}`)
  })
}

async function readFile(settings: Settings): Promise<Input> {
  const { input, sheet } = settings
  const read = await access(input, constants.R_OK)
    .then(() => openAsBlob(input))
    .then((file) => readTable(file, sheet === null ? {} : { sheet }))
    .catch((error: unknown) => {
      if (error instanceof TableError) throw new UsageError(`${input} ${FAULTS[error.code]}`)
      throw new UsageError(`${input} cannot be read: ${(error as Error).message}`)
    })
  const exported = readBack(read)
  const table = exported?.own ?? read
  if (sheet !== null && table.sheet !== sheet)
    throw new UsageError(`${input} has no sheet ${sheet}, but ${(table.sheets ?? []).join(', ') || 'none'}.`)
  if (table.problems.some(({ code }) => code === 'too_many_rows')) checkRows(MAX_BATCH_ROWS + 1, input)
  if (table.rows.length === 0) throw new UsageError(`${input} has no rows below its headers.`)
  const map = { ...guessColumns(table) }
  if (settings.column !== null) map.picture = columnNamed(settings.column, table)
  if (map.picture === null)
    throw new UsageError(
      `Which column of ${input} has the pictures? Say so with --column: ${table.columns.join(', ')}${otherSheets(table)}`,
    )
  const warnings = table.problems.map(({ code, line }) => `line ${line}: ${PROBLEMS[code]}`)
  for (const header of exported?.missing ?? []) warnings.push(`${input} no longer has the column ${header}.`)
  const unread = exported ? problemsOfNewList(exported) : []
  warnings.push(...unread.map(({ code, line }) => `line ${line}: ${en.listExport.problems[code]}`))
  const inputs = inputsOf(table, map)
  const decided = exported ? withDecisions(inputs, exported) : inputs
  const embedded = new Map((table.pictures ?? []).map(({ path, file }) => [path, file]))
  const columns = `Columns: ${FIELDS.flatMap((field) => columnOf(field, map, table)).join(', ')}`
  return {
    ...batchOf(settings, 'table', table.columns, decided),
    embedded,
    columns,
    warnings,
    unread: unread.length,
  }
}

function otherSheets({ sheet, sheets = [] }: Table): string {
  const others = sheets.filter((each) => each !== sheet)
  return others.length > 0
    ? `. Or is it not sheet ${sheet}? Then say so with --sheet: ${others.join(', ')}`
    : ''
}

/** "picture: Main image". */
function columnOf(field: Field, map: ColumnMap, { columns }: Table): string[] {
  const index = map[field]
  return index === null ? [] : [`${field}: ${columns[index] || letters(index)}`]
}

const PROBLEMS: Record<Table['problems'][number]['code'], string> = {
  quote_unclosed: 'a quote is not closed, so it is read as it is',
  rows_in_cell: 'a quoted cell begins here that may have swallowed the rows below it',
  extra_cells: 'it has more cells than there are headers',
  too_many_columns: 'its cells beyond column 500 are left out',
  too_many_rows: 'too many rows',
  undecodable: 'some characters are of another encoding than the file',
}

/** By its header, or else by its number from 1. */
function columnNamed(wanted: string, { columns }: Table): number {
  const plain = (text: string) => text.trim().toLowerCase()
  const byHeader = columns.findIndex((header) => plain(header) === plain(wanted))
  if (byHeader >= 0) return byHeader
  const number = Number(wanted)
  if (Number.isInteger(number) && number >= 1 && number <= columns.length) return number - 1
  throw new UsageError(`There is no column ${wanted}, but ${columns.join(', ')}`)
}

function batchOf(
  { input, quantity, currency, budget }: Settings,
  from: Batch['from'],
  columns: string[],
  inputs: ProductInput[],
): Pick<Input, 'batch' | 'rows'> {
  const batchSettings = { quantity, currency, maxSearches: budget }
  return newBatch({ name: basename(input, extname(input)), from, columns, settings: batchSettings }, inputs)
}

function checkRows(rows: number, input: string): void {
  if (rows > MAX_BATCH_ROWS) throw new UsageError(`${input} has more than ${MAX_BATCH_ROWS} rows: split it.`)
}
