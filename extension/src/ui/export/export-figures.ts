import type { ExportMargin } from '../../export/table.ts'
import { texts } from '../../i18n/index.ts'
import type { OfferPhotoVerdict } from '../../photo-match/verdicts.ts'
import type { Bound } from '../../pricing/figure.ts'
import { LANDED_LINES } from '../../pricing/landed-cost.ts'
import type { Margin } from '../../pricing/margin.ts'
import { verdictText } from '../photo-match/verdict-text.ts'

/** A margin for an exported table, with the lines that it lacks in words. */
export function exportMargin({ currency, lines, landed, margin, bound, missing }: Margin): ExportMargin {
  const t = texts()
  return {
    ...{ currency, landed, landedBound: boundOf(lines), margin, bound },
    missing: missing.map((name) => t.costLines[name]),
  }
}

/** Nothing for a photo that was not compared. */
export function exportVerdict(verdict: OfferPhotoVerdict | undefined): { photo?: string } {
  return verdict && verdict.kind !== 'not-checked' ? { photo: verdictText(verdict) } : {}
}

/** Of the landed cost: that of its lines, or either way if they differ. */
function boundOf(lines: Margin['lines']): Bound | null {
  const names: readonly string[] = LANDED_LINES
  const bounds = new Set(lines.flatMap(({ name, bound }) => (names.includes(name) && bound ? bound : [])))
  const [first = null] = bounds
  return bounds.size > 1 ? 'open' : first
}
