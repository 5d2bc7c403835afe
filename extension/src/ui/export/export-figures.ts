import { exportMargin as toExportMargin } from '../../export/export-margin.ts'
import type { ExportMargin } from '../../export/table.ts'
import { texts } from '../../i18n/index.ts'
import type { OfferPhotoVerdict } from '../../photo-match/verdicts.ts'
import type { Margin } from '../../pricing/margin.ts'
import { verdictText } from '../photo-match/verdict-text.ts'

/** A margin for an exported table, in the language of the views. */
export function exportMargin(margin: Margin): ExportMargin {
  return toExportMargin(margin, texts().costLines)
}

/** Nothing for a photo that was not compared. */
export function exportVerdict(verdict: OfferPhotoVerdict | undefined): { photo?: string } {
  return verdict && verdict.kind !== 'not-checked' ? { photo: verdictText(verdict) } : {}
}
