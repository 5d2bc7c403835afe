import { texts } from '../../i18n/index.ts'
import { sendToBackground } from '../../model/messages.ts'
import { useApp } from '../state/app-context.tsx'
import type { LackingFigures } from './lacking-figures.ts'

/** Asks 1688 for what a margin lacks, and says before what that costs; then that it is under way. */
export function GetFigures({ offerId, lacking }: { offerId: string; lacking: LackingFigures }) {
  const t = texts()
  const { setCurrentId } = useApp()
  const { figures, state } = lacking
  if (state === 'unavailable') return null
  const [one = '', other] = figures.map((figure) => t.figures[figure])
  const label = {
    askable: t.getFigures(other === undefined ? one : t.figurePair(one, other)),
    failed: t.retryFigures,
    loading: t.gettingFigures,
  }[state]
  return (
    <button
      type="button"
      class="secondary get-figures"
      // It stays in place and keeps the focus while it is under way.
      aria-disabled={state === 'loading'}
      onClick={() => {
        if (state === 'loading') return
        // With other figures another offer may come first, which nobody has asked about.
        setCurrentId(offerId)
        sendToBackground({ type: 'offerDetails', offerId })
      }}
    >
      {label}
    </button>
  )
}
