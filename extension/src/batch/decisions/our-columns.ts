import type { BatchColumn } from '../../export/batch-columns.ts'
import { BATCH_LABELS, type BatchLabels } from '../../export/batch-labels.ts'
import { MAX_CANDIDATES } from '../../export/batch-table.ts'

/** Where the columns of an exported list are in a table, from 0. */
export interface OurColumns {
  columns: Partial<Record<BatchColumn, number>>
  candidates: Partial<Record<BatchColumn, number>>[]
  all: Set<number>
  /** Headers of the columns without which decisions or notes cannot be read, or not go back into their list. */
  missing: string[]
}

/** The user's own table may have a few headers that are like ours. */
const FEWEST = 5

/**
 * In the language of most headers. A person may have renamed or removed any of them.
 *
 * @returns `null` if the table is none of ours
 */
export function ourColumns(headers: readonly string[]): OurColumns | null {
  const [best] = Object.values(BATCH_LABELS)
    .map((labels) => columnsIn(headers, labels))
    .sort((one, other) => other.all.size - one.all.size)
  if (!best) return null
  const { columns, all } = best
  const has = (name: BatchColumn) => columns[name] !== undefined
  return has('rowId') || (has('decision') && has('offerId')) || all.size >= FEWEST ? best : null
}

/** Whether a header is one of ours, in a table that may have few of them left. */
export function isOurHeader(header: string): boolean {
  return Object.values(BATCH_LABELS).some((labels) => columnsIn([header], labels).all.size > 0)
}

function columnsIn(headers: readonly string[], labels: BatchLabels): OurColumns {
  const plain = headers.map(plainHeader)
  // The user's own come first: of two with the same header, ours is the last.
  const places = (names: Record<string, string>, label: (name: string) => string) =>
    Object.fromEntries(
      Object.entries(names).flatMap(([name, text]) => {
        const at = plain.lastIndexOf(plainHeader(label(text)))
        return at < 0 ? [] : [[name, at]]
      }),
    )
  const columns: OurColumns['columns'] = places(labels.columns, (text) => text)
  const candidates = Array.from({ length: MAX_CANDIDATES }, (_, index) =>
    places(labels.candidateColumns, (text) => labels.candidate(index + 1, text)),
  )
  const needed = ['decision', 'note', 'offerId', 'rowId'] as const
  const missing = needed.filter((name) => columns[name] === undefined).map((name) => labels.columns[name])
  return { columns, candidates, all: new Set([columns, ...candidates].flatMap(Object.values)), missing }
}

/** Databases and people change capitals and spaces. */
function plainHeader(header: string): string {
  return header.replace(/\s+/g, ' ').trim().toLowerCase()
}
