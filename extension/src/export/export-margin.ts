import type { Bound } from '../pricing/figure.ts'
import { LANDED_LINES } from '../pricing/landed-cost.ts'
import type { Margin } from '../pricing/margin.ts'
import type { ExportMargin } from './table.ts'

/** A margin for an exported table, with the lines that it lacks in words. */
export function exportMargin(
  { currency, lines, landed, margin, bound, missing }: Margin,
  costLines: Record<Margin['missing'][number], string>,
): ExportMargin {
  return {
    ...{ currency, landed, landedBound: boundOf(lines), margin, bound },
    missing: missing.map((name) => costLines[name]),
  }
}

/** Of the landed cost: that of its lines, or either way if they differ. */
function boundOf(lines: Margin['lines']): Bound | null {
  const names: readonly string[] = LANDED_LINES
  const bounds = new Set(lines.flatMap(({ name, bound }) => (names.includes(name) && bound ? bound : [])))
  const [first = null] = bounds
  return bounds.size > 1 ? 'open' : first
}
