import type { OfferPhotoVerdict } from '../../photo-match/verdicts.ts'
import { verdictName, verdictText } from './verdict-text.ts'

/** In a word or two under the photo; what was not compared is said to screen readers only. */
export function VerdictBadge({ verdict }: { verdict: OfferPhotoVerdict | undefined }) {
  if (!verdict) return null
  if (verdict.kind === 'not-checked') return <span class="visually-hidden">{verdictText(verdict)}</span>
  return (
    <span class={`verdict-badge ${verdict.kind}`} title={verdictText(verdict)}>
      {verdictName(verdict)}
    </span>
  )
}
