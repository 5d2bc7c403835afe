import type { BatchRow } from '../../model/batch.ts'

/** `undecided`: 1688 has answered, and the user has not. */
export type DecisionFacet = 'undecided' | 'decided'

/** What came of a row, exactly one for each. `none`: no offer shows its photo, as far as photos could be compared. */
export type ResultFacet = 'same' | 'likely' | 'none' | 'notCompared' | 'failed' | 'waiting'

export const DECISION_FACETS: readonly DecisionFacet[] = ['undecided', 'decided']
export const RESULT_FACETS: readonly ResultFacet[] = [
  'same',
  'likely',
  'none',
  'notCompared',
  'failed',
  'waiting',
]

/** What is set narrows the rows; all of it must hold. */
export interface RowFilter {
  decision?: DecisionFacet | undefined
  result?: ResultFacet | undefined
  /** One of `RowOutcome.suppliers`. */
  supplier?: string | undefined
  /** All of them occur in title, number, note, link or a column of the user's. */
  words?: string | undefined
  /** The least margin, a fraction. A row without one does not have it. */
  minMargin?: number | undefined
}

/** The margin of a row, a fraction; `undefined` as long as it is not known. */
export type MarginOfRow = (row: BatchRow) => number | undefined

function decisionFacetOf({ decision, state }: BatchRow): DecisionFacet | undefined {
  if (decision) return 'decided'
  return state === 'done' ? 'undecided' : undefined
}

export function resultFacetOf({ state, outcome }: BatchRow): ResultFacet {
  if (state === 'failed') return 'failed'
  if (state !== 'done' || !outcome) return 'waiting'
  if (outcome.same > 0) return 'same'
  if (outcome.likely > 0) return 'likely'
  return outcome.offers > 0 && outcome.compared === 0 ? 'notCompared' : 'none'
}

export function filterRows(
  rows: readonly BatchRow[],
  filter: RowFilter,
  marginOf: MarginOfRow = () => undefined,
): BatchRow[] {
  const { decision, result, supplier, minMargin } = filter
  const words = wordsOf(filter.words)
  return rows.filter(
    (row) =>
      (!decision || decisionFacetOf(row) === decision) &&
      (!result || resultFacetOf(row) === result) &&
      (supplier === undefined || row.outcome?.suppliers.includes(supplier)) &&
      hasWords(row, words) &&
      (minMargin === undefined || (marginOf(row) ?? Number.NEGATIVE_INFINITY) >= minMargin),
  )
}

/** How many rows each facet would show, given all that is set of the others. */
export function countFacets(
  rows: readonly BatchRow[],
  filter: RowFilter,
  marginOf?: MarginOfRow,
): { decision: Record<DecisionFacet, number>; result: Record<ResultFacet, number> } {
  const decision = { undecided: 0, decided: 0 }
  const result = { same: 0, likely: 0, none: 0, notCompared: 0, failed: 0, waiting: 0 }
  for (const row of filterRows(rows, withoutFacets(filter), marginOf)) {
    const [ofDecision, ofResult] = [decisionFacetOf(row), resultFacetOf(row)]
    if (ofDecision && (!filter.result || ofResult === filter.result)) decision[ofDecision]++
    if (!filter.decision || ofDecision === filter.decision) result[ofResult]++
  }
  return { decision, result }
}

/** What rows and counts have in common: the costly part, so that it is done once for both. */
export function withoutFacets({ decision: _, result: __, ...others }: RowFilter): RowFilter {
  return others
}

/** A supplier, and of how many products it has the photo. */
export interface Coverage {
  supplier: string
  products: number
}

/** Who has the photos of several products, the most first. */
export function coverageOf(rows: readonly BatchRow[]): Coverage[] {
  const counts = new Map<string, number>()
  for (const { outcome } of rows)
    for (const supplier of outcome?.suppliers ?? []) counts.set(supplier, (counts.get(supplier) ?? 0) + 1)
  return [...counts]
    .filter(([, products]) => products > 1)
    .map(([supplier, products]) => ({ supplier, products }))
    .sort((one, other) => other.products - one.products)
}

function wordsOf(text: string | undefined): string[] {
  return plain(text ?? '')
    .split(/\s+/)
    .filter(Boolean)
}

function hasWords(row: BatchRow, words: readonly string[]): boolean {
  return words.length === 0 || words.every((word) => textOf(row).includes(word))
}

/** A row that changes is another object. */
const knownTexts = new WeakMap<BatchRow, string>()

function textOf(row: BatchRow): string {
  const known = knownTexts.get(row)
  if (known !== undefined) return known
  const { title, productNumber, note, link, own } = row
  const text = plain([title, productNumber, note, link, ...own].filter(Boolean).join('\n'))
  knownTexts.set(row, text)
  return text
}

/** Letters of full and half width are the same. */
function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}
