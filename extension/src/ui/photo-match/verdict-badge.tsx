import { useVerdict } from './photo-match-context.tsx'
import { verdictName, verdictText } from './verdict-text.ts'

/** Only what is worth a second look stands on the picture; the others are told to whoever hears the row. */
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
