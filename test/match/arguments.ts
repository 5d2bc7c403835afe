import { extname, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { MODES, type Mode, readConnectionCode } from '@find-on-1688/shared'
import { ApiError, checkAddress } from '@find-on-1688/shared/client'
import { MAX_CANDIDATES } from '../../extension/src/export/batch-table.ts'
import { MAX_QUANTITY } from '../../extension/src/pricing/read-decimal.ts'

export const HELP = `npm run match -- --input FILE|FOLDER --out FILE [options]: searches 1688 for every row's picture

--input PATH        a .csv, .tsv or .xlsx with a column of picture addresses or file names, or a folder of pictures
--out FILE          .xlsx, .csv or .jsonl; the journal is kept beside it, in FILE.journal
--worker ADDRESS    your proxy; not needed if FIND_ON_1688 is a connection code

--column NAME       the column with the pictures, by its header or number (found by itself where it is clear)
--sheet NAME        the sheet of the .xlsx (the first with pictures)
--pictures FOLDER   where the file names in the column are (the folder of the input)
--candidates N      offers in each row, 1 to ${MAX_CANDIDATES} (5)
--quantity N        pieces, for rows that name none (1)
--currency CODE     of prices without one, such as USD
--mode MODE         ${MODES.join(' or ')} (same)
--budget N          stop after N searches in this run
--images            read the offers' photos: says which show the same photo, and puts small pictures into .xlsx
--language CODE     of the headers and words that are added: en or zh (en)
--json              a line of JSON for each finished row on the standard output
--help

The client key or connection code is read from the environment variable FIND_ON_1688.
Exit codes: 0 all rows done, 1 some rows failed, 2 wrong input or settings, 3 stopped by a limit (run it again to
go on), 130 interrupted (the same).`

const OUTPUT_FORMATS = ['xlsx', 'csv', 'jsonl'] as const
type OutputFormat = (typeof OUTPUT_FORMATS)[number]

export interface Settings {
  input: string
  out: string
  format: OutputFormat
  worker: string
  clientKey: string
  column: string | null
  sheet: string | null
  pictures: string | null
  candidates: number
  quantity: number
  currency: string | null
  mode: Mode
  budget: number | null
  images: boolean
  language: 'en' | 'zh'
  json: boolean
}

/** What is wrong with the command or with its input, in a sentence for the person who typed it. */
export class UsageError extends Error {}

/**
 * @param folder what relative paths start from
 * @returns 'help' if that is what was asked for
 * @throws UsageError
 */
export function readArguments(
  args: string[],
  environment: NodeJS.ProcessEnv,
  folder: string,
): Settings | 'help' {
  const values = parse(args)
  if (values.help) return 'help'
  if (!values.input) throw new UsageError('--input is a .csv, .tsv or .xlsx file, or a folder of pictures.')
  if (!values.out) throw new UsageError('--out is the file to write: .xlsx, .csv or .jsonl.')
  const [input, out] = [resolve(folder, values.input), resolve(folder, values.out)]
  const format = OUTPUT_FORMATS.find((each) => extname(out).toLowerCase() === `.${each}`)
  if (!format) throw new UsageError('--out is the file to write: .xlsx, .csv or .jsonl.')
  if (input === out) throw new UsageError('--out would overwrite --input: choose another name.')
  const mode = MODES.find((each) => each === values.mode)
  if (!mode) throw new UsageError(`--mode is ${MODES.join(' or ')}.`)
  const currency = values.currency?.toUpperCase() ?? null
  if (currency !== null && !/^[A-Z]{3}$/.test(currency))
    throw new UsageError('--currency is a code of three letters, such as USD.')
  const { language } = values
  if (language !== 'en' && language !== 'zh') throw new UsageError('--language is en or zh.')
  return {
    ...{ input, out, format, mode, currency, language },
    ...connection(values.worker, environment.FIND_ON_1688),
    column: values.column ?? null,
    sheet: values.sheet ?? null,
    pictures: values.pictures === undefined ? null : resolve(folder, values.pictures),
    candidates: wholeNumber('candidates', values.candidates, MAX_CANDIDATES),
    quantity: wholeNumber('quantity', values.quantity, MAX_QUANTITY),
    budget: values.budget === undefined ? null : wholeNumber('budget', values.budget, 1_000_000),
    images: values.images,
    json: values.json,
  }
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        input: { type: 'string' },
        out: { type: 'string' },
        worker: { type: 'string' },
        column: { type: 'string' },
        sheet: { type: 'string' },
        pictures: { type: 'string' },
        candidates: { type: 'string', default: '5' },
        quantity: { type: 'string', default: '1' },
        currency: { type: 'string' },
        mode: { type: 'string', default: 'same' },
        budget: { type: 'string' },
        images: { type: 'boolean', default: false },
        language: { type: 'string', default: 'en' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

function wholeNumber(name: string, text: string, max: number): number {
  const number = Number(text)
  if (/^\d+$/.test(text) && number >= 1 && number <= max) return number
  throw new UsageError(`--${name} is a whole number from 1 to ${max}.`)
}

/** A key is never sent to another proxy than the one that its connection code names. */
function connection(
  worker: string | undefined,
  secret: string | undefined,
): Pick<Settings, 'worker' | 'clientKey'> {
  const text = secret?.trim()
  if (!text)
    throw new UsageError('Set the environment variable FIND_ON_1688 to your client key or connection code.')
  const code = readConnectionCode(text)
  if (!code && /^find1688:/i.test(text))
    throw new UsageError('FIND_ON_1688 is not a complete connection code.')
  const address = worker ?? code?.address
  const base = checked(address ?? '')
  if (code && base !== checked(code.address))
    throw new UsageError('FIND_ON_1688 is the connection code of another proxy than --worker.')
  const clientKey = code?.key ?? text
  if (!/^[\x21-\x7e]+$/.test(clientKey)) throw new UsageError('FIND_ON_1688 is not a client key.')
  return { worker: base, clientKey }
}

function checked(address: string): string {
  try {
    return checkAddress(address)
  } catch (error) {
    throw new UsageError(`--worker: ${error instanceof ApiError ? error.detail : error}`)
  }
}
