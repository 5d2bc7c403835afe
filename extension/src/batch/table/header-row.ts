import { columnWord } from './column-words.ts'
import type { TableRow } from './table.ts'

/** Headers are looked for in so many rows: exported tables have a title and a date above them. */
const LOOKED_AT = 12

/** Which of the rows holds the headers; -1 for none. `isStated`: there are some. */
export function headerAt(rows: readonly TableRow[], isStated?: boolean): number {
  const first = rows.slice(0, LOOKED_AT)
  const known = first.map(({ cells }) => new Set(cells.flatMap((cell) => columnWord(cell)?.field ?? [])).size)
  const most = Math.max(...known)
  // One known word may be a product's title; two are headers, or one in a row that names nothing else.
  const byWords = known.indexOf(most)
  if (most >= 2) return byWords
  const [{ cells = [] } = {}] = first
  if (isStated) return most === 1 ? byWords : 0
  if (cells.some(isData)) return -1
  if (most === 1) return byWords
  return first.length > 1 && first.slice(1).some(({ cells }) => cells.some(isData)) ? 0 : -1
}

/** An address, a file of a picture, a price or another number: no header is one. */
function isData(cell: string): boolean {
  const text = cell.trim()
  if (/^(?:https?:)?\/\/|\.(?:jpe?g|png|webp|gif|avif|bmp)$/i.test(text)) return true
  return text.length < 60 && /^\p{Sc}?\s*\d[\d.,\s]*\p{Sc}?$/u.test(text)
}
