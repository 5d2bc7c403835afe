import type { Candidate } from '../../batch/decisions/candidates.ts'
import { texts } from '../../i18n/index.ts'
import type { BatchRow } from '../../model/batch.ts'
import { titleOf } from '../format/text.ts'

interface Props {
  row: BatchRow
  chosen: Candidate | null
  /** Offers whose price at the quantity can be asked for. */
  lacking: readonly string[]
  isAsking: boolean
  onNone(): void
  onUndecided(): void
  onGetTiers(): void
  /** Photos were compared since the product was opened, and would put its offers into another order. */
  onReorder: (() => void) | undefined
}

/** What was decided of the current product, and what its keys do besides taking an offer. */
export function DecisionBar(props: Props) {
  const { row, chosen, lacking, isAsking, onNone, onUndecided, onGetTiers, onReorder } = props
  const { desk: t } = texts()
  const { decision } = row
  return (
    <>
      <p class="decided own-text" role="status">
        {chosen ? t.saidTaken(titleOf(chosen.priced.offer)) : decision ? t.saidNone : ''}
      </p>
      <div class="buttons">
        <button
          type="button"
          class="secondary none-fits"
          aria-pressed={decision?.kind === 'none'}
          aria-keyshortcuts="0"
          onClick={onNone}
        >
          <kbd>0</kbd> {t.noneFits}
        </button>
        <button
          type="button"
          class="secondary make-undecided"
          aria-keyshortcuts="U"
          disabled={decision === null}
          onClick={onUndecided}
        >
          <kbd>u</kbd> {t.makeUndecided}
        </button>
        {(lacking.length > 0 || isAsking) && (
          <button
            type="button"
            class="secondary tiers-of-all"
            aria-keyshortcuts="T"
            disabled={isAsking}
            onClick={onGetTiers}
          >
            {isAsking ? (
              t.gettingTiers
            ) : (
              <>
                <kbd>t</kbd> {t.getTiersOf(lacking.length)}
              </>
            )}
          </button>
        )}
        {onReorder && (
          <button type="button" class="secondary reorder" onClick={onReorder}>
            {t.matchesFirst}
          </button>
        )}
      </div>
    </>
  )
}
