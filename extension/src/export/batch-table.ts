import { type Batch, type BatchRow, namedPicture } from '../model/batch.ts'
import { type BatchOffer, candidateCells, chosenCells, stateCells } from './batch-cells.ts'
import {
  type BatchColumn,
  CANDIDATE_COLUMNS,
  type CandidateColumn,
  CHOSEN_COLUMNS,
  DECISION_COLUMNS,
  PICTURE_COLUMNS,
  type PictureColumnName,
  PRODUCT_COLUMNS,
  STATE_COLUMNS,
} from './batch-columns.ts'
import type { BatchLabels } from './batch-labels.ts'
import { rowIdOf } from './batch-row-id.ts'
import { type Cell, type Column, onlyOne, type Rows, type Table } from './table.ts'

export interface BatchTableRow {
  row: BatchRow
  /** `null` if none was chosen. */
  chosen: BatchOffer | null
  /** The best first. */
  candidates: readonly BatchOffer[]
  /** Its picture, small; `null` if it has none. */
  jpeg?: Uint8Array<ArrayBuffer> | null
  /** The same of the chosen offer. */
  chosenJpeg?: Uint8Array<ArrayBuffer> | null
}

export interface BatchTableInput {
  batch: Pick<Batch, 'id' | 'columns' | 'settings'>
  rows: readonly BatchTableRow[]
  /** How many candidates a row shows, at most. */
  candidates: number
  /** Whether a workbook shows the rows' pictures. */
  withPictures?: boolean
}

/** More would make columns that nobody reads. */
export const MAX_CANDIDATES = 10

/**
 * A product list: the user's own columns, untouched and first, then what was decided, the chosen offer, how the search went,
 * and the candidates. The last column names the row for when the file is read back.
 */
export function toBatchTable(input: BatchTableInput, labels: BatchLabels): Table<Rows> {
  const { batch, rows, withPictures } = input
  const own = ownColumns(batch, labels)
  const fields = fieldsOf(input)
  const columns = fields.map(({ name, kind, width, label, currencyOf }): Column => {
    const currency = currencyOf ? onlyOne(rows.flatMap((each) => currencyOf(each) ?? [])) : 'CNY'
    return {
      ...{ name, label: label(labels), kind, width, currency: kind === 'money' ? currency : null },
      ...(name === 'decision' && { choices: Object.values(labels.decisions) }),
    }
  })
  const placeOf = (name: PictureColumnName) => own.length + fields.findIndex((each) => each.name === name)
  return {
    name: labels.sheet,
    columns: [
      ...own,
      ...columns,
      { name: 'rowId', label: labels.columns.rowId, kind: 'text', width: 20, currency: null, hidden: true },
    ],
    rows: {
      length: rows.length,
      *[Symbol.iterator]() {
        for (const each of rows)
          yield [
            ...ownCells(batch, each.row, labels),
            ...cellsOf(each, input, labels, fields),
            rowIdOf(each.row),
          ]
      },
    },
    ...(withPictures && {
      pictures: [
        { column: placeOf('picture'), jpegs: rows.map(({ jpeg }) => jpeg ?? null) },
        { column: placeOf('offerPicture'), jpegs: rows.map(({ chosenJpeg }) => chosenJpeg ?? null) },
      ],
    }),
  }
}

type OneCell = Record<string, Cell>

/** A column and where its cells come from: what is known of the row, of the chosen offer, or of a candidate. */
interface Field {
  name: string
  kind: Column['kind']
  width: number
  label: (labels: BatchLabels) => string
  /** Of money that is not in yuan. */
  currencyOf?: ((row: BatchTableRow) => string | null) | undefined
  /** The place of the candidate, from 0; missing for the row itself and the chosen offer. */
  candidate?: number
}

function fieldsOf({ candidates, rows, withPictures }: BatchTableInput): Field[] {
  const fields = (columns: Record<string, Pick<Column, 'kind' | 'width'>>) =>
    Object.entries(columns).map(
      ([name, { kind, width }]): Field => ({
        ...{ name, kind, width, currencyOf: CURRENCIES[name] },
        label: (labels) => labels.columns[name as BatchColumn],
      }),
    )
  const listed = Math.max(0, ...rows.map((each) => each.candidates.length))
  const places = Array.from({ length: Math.min(candidates, listed, MAX_CANDIDATES) }, (_, index) => index)
  const { picture, offerPicture } = PICTURE_COLUMNS
  return [
    ...(withPictures ? fields({ picture }) : []),
    ...fields(DECISION_COLUMNS),
    ...(withPictures ? fields({ offerPicture }) : []),
    ...fields(CHOSEN_COLUMNS),
    ...fields(STATE_COLUMNS),
    ...places.flatMap((candidate) =>
      (Object.keys(CANDIDATE_COLUMNS) as CandidateColumn[]).map((name): Field => {
        const label = (labels: BatchLabels) => labels.candidate(candidate + 1, labels.candidateColumns[name])
        return { name: `${name}${candidate + 1}`, ...CANDIDATE_COLUMNS[name], label, candidate }
      }),
    ),
  ]
}

const CURRENCIES: Record<string, Field['currencyOf']> = {
  converted: ({ chosen }) => chosen?.priced.currency ?? null,
  convertedTo: ({ chosen }) => chosen?.priced.currency ?? null,
  landedLow: ({ chosen }) => chosen?.margin?.currency ?? null,
  landedHigh: ({ chosen }) => chosen?.margin?.currency ?? null,
}

function cellsOf(
  each: BatchTableRow,
  { batch }: BatchTableInput,
  labels: BatchLabels,
  fields: Field[],
): Cell[] {
  const { row, chosen, candidates } = each
  const mine: OneCell = {
    ...(chosen && { ...candidateCells(chosen, labels), ...chosenCells(chosen, labels) }),
    decision: row.decision && labels.decisions[row.decision.kind],
    note: row.note || null,
    quantity: row.quantity ?? batch.settings.quantity,
    ...stateCells(row, labels),
  }
  const theirs = candidates.map((candidate) => candidateCells(candidate, labels))
  return fields.map(({ name, candidate }) => {
    if (candidate === undefined) return mine[name] ?? null
    return theirs[candidate]?.[name.slice(0, -String(candidate + 1).length) as CandidateColumn] ?? null
  })
}

/** The user's own; of a list that came from no table, what is known of its products. */
function ownColumns({ columns }: Pick<Batch, 'columns'>, { products }: BatchLabels): Column[] {
  if (columns.length > 0)
    return columns.map((label, index) => ({
      ...{ name: `own${index + 1}`, label, kind: 'own', width: 18, currency: null },
    }))
  return (Object.keys(PRODUCT_COLUMNS) as (keyof typeof PRODUCT_COLUMNS)[]).map((name) => ({
    ...{ name, label: products[name], ...PRODUCT_COLUMNS[name], currency: null },
  }))
}

function ownCells({ columns }: Pick<Batch, 'columns'>, row: BatchRow, labels: BatchLabels): Cell[] {
  if (columns.length > 0) return columns.map((_, index) => row.own[index] ?? null)
  const { productNumber, title, currency, quantity, weightKg, link, picture } = row
  const source = namedPicture(picture)
  return [productNumber, title, sellingPrice(row, labels), currency, quantity, weightKg, link, source]
}

/** As it is read again from a table, where a range without a currency may be anything: `USD 19.9-24.9`, `from USD 5`. */
function sellingPrice(
  { price, priceTo, isFrom, currency }: BatchRow,
  { priceFrom }: BatchLabels,
): string | null {
  if (price === null) return null
  if (priceTo) return `${currency ?? ''} ${price}-${priceTo}`.trim()
  return isFrom ? priceFrom(price, currency ?? '').trim() : price
}
