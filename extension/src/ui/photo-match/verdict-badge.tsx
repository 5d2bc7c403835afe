import { useVerdict } from './photo-match-context.tsx'
import { verdictName, verdictText } from './verdict-text.ts'

/** Shown on the photo only for matches; screen readers get every verdict. */
export function VerdictBadge({ offerId }: { offerId: string }) {
  const verdict = useVerdict(offerId)
  if (!verdict) return null
  if (verdict.kind !== 'same' && verdict.kind !== 'probably')
    return <span class="visually-hidden">{verdictText(verdict)}</span>
  return (
    <span
      class={verdict.kind === 'same' ? 'verdict-badge' : 'verdict-badge probably'}
      title={verdictText(verdict)}
    >
      {verdictName(verdict)}
    </span>
  )
}
