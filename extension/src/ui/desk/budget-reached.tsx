import { useState } from 'preact/hooks'
import { setBudget, start } from '../../batch/run/control.ts'
import { texts } from '../../i18n/index.ts'
import type { Batch } from '../../model/batch.ts'
import { readQuantity } from '../../pricing/read-decimal.ts'
import { storageText } from '../format/storage-error-text.ts'
import { whole } from '../format/text.ts'
import { useApp } from '../state/app-context.tsx'

interface Props {
  batch: Batch
  /** Of products, still to go. */
  searches: number
  /** For price tiers: so many were asked for at once, and are not allowed. */
  refused: number
}

/** What the list's own limit holds back, and a way to raise it: to what all of that takes, unless the user says otherwise. */
export function BudgetReached({ batch, searches, refused }: Props) {
  const { desk: t } = texts()
  const { notify } = useApp()
  const [typed, setTyped] = useState<string>()
  const limit = batch.settings.maxSearches
  const isPaused = batch.pausedBy?.code === 'budget'
  const isRefused = limit !== null && batch.searches + refused > limit
  if (limit === null || !(isPaused || isRefused)) return null
  const needed = batch.searches + searches + (isRefused ? refused : 0)
  const raised = typed === undefined ? needed : readQuantity(typed)
  const isInvalid = raised === undefined || raised <= batch.searches
  const raise = () => {
    if (isInvalid) return
    const change = setBudget(batch.id, raised).then(() => (isPaused ? start(batch.id) : undefined))
    change.then(
      () => setTyped(undefined),
      (error: unknown) => notify(storageText(error)),
    )
  }
  return (
    <form
      class="desk-notice budget-reached"
      onSubmit={(event) => {
        event.preventDefault()
        raise()
      }}
    >
      <span role="status">
        {isRefused ? t.tiersOverBudget(whole(limit), whole(batch.searches)) : t.pausedAtBudget(whole(limit))}
      </span>
      <label>
        {t.newBudget}{' '}
        <input
          type="text"
          name="budget"
          inputMode="numeric"
          autocomplete="off"
          title={isInvalid ? t.newBudgetInvalid(whole(batch.searches)) : undefined}
          aria-invalid={isInvalid}
          value={typed ?? String(needed)}
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        />
      </label>
      <button type="submit" class="secondary" disabled={isInvalid}>
        {isPaused ? t.raiseAndResume : t.raiseBudget}
      </button>
    </form>
  )
}
