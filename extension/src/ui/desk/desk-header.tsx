import { useEffect, useMemo, useState } from 'preact/hooks'
import { isRetryable, pause, retryFailed, start } from '../../batch/run/control.ts'
import { type Plan, planOf, searchesLeftToday } from '../../batch/run/plan.ts'
import { texts } from '../../i18n/index.ts'
import type { Batch, BatchRow } from '../../model/batch.ts'
import { storageText } from '../format/storage-error-text.ts'
import { whole } from '../format/text.ts'
import { useApp } from '../state/app-context.tsx'
import { BudgetReached } from './budget-reached.tsx'

interface Props {
  batch: Batch
  rows: readonly BatchRow[]
  /** How many searches for price tiers the list's limit has refused. */
  refusedSearches: number
  onExport(): void
}

/** What the list is, how far it is, what it will take, and what to do about it. */
export function DeskHeader({ batch, rows, refusedSearches, onExport }: Props) {
  const { desk: t, failures } = texts()
  const { notify } = useApp()
  const { plan, decided, retryable } = useMemo(
    () => ({
      plan: planOf(rows),
      decided: rows.filter(({ decision }) => decision !== null).length,
      retryable: rows.filter(isRetryable).length,
    }),
    [rows],
  )
  const leftToday = useLeftToday(batch.state)
  const act = (change: Promise<unknown>) => change.catch((error: unknown) => notify(storageText(error)))
  return (
    <header class="desk-header">
      <a class="all-lists" href="#batch">
        {t.allLists}
      </a>
      <div class="desk-name">
        <h1 class="own-text" title={batch.name} dir="auto">
          {t.deskTitle(batch.name, t.productCount(rows.length))}
        </h1>
        <p class="desk-progress">{progressTexts(batch, plan, decided, leftToday).join(' · ')}</p>
      </div>
      <progress
        class="run-progress"
        aria-label={t.runProgress}
        max={rows.length}
        value={plan.done + plan.failed}
      />
      <div class="buttons">
        <RunButton batch={batch} plan={plan} act={act} />
        {retryable > 0 && (
          <button type="button" class="secondary retry-failed" onClick={() => act(retryFailed(batch.id))}>
            {t.retryFailedRows(whole(retryable))}
          </button>
        )}
        <button type="button" class="primary export" onClick={onExport}>
          {t.deskExport}
        </button>
      </div>
      <PausedBy batch={batch} />
      <BudgetReached batch={batch} searches={plan.searches} refused={refusedSearches} />
      {batch.state === 'running' && batch.waitingFor && (
        <p class="desk-notice" role="status">
          {t.waitsBecause(failures[batch.waitingFor.failure.code].title)}
        </p>
      )}
    </header>
  )
}

function progressTexts(
  batch: Batch,
  { products, done, failed, searches, timeLeftMs }: Plan,
  decided: number,
  leftToday: number | null | undefined,
): string[] {
  const { desk: t } = texts()
  const isOpen = searches > 0
  return [
    // What was added to a list that had ended waits like that of a paused one.
    isOpen && batch.state !== 'running' ? t.idleStates[batch.state === 'ready' ? 'ready' : 'paused'] : '',
    t.searchedCount(whole(done), whole(products)),
    failed > 0 ? t.failedCount(whole(failed)) : '',
    t.decidedCount(whole(decided)),
    batch.state === 'running' && isOpen && timeLeftMs !== null ? timeLeftText(timeLeftMs) : '',
    isOpen ? t.searchesToGo(searches) : '',
    isOpen && leftToday != null ? t.leftToday(whole(leftToday)) : '',
  ].filter(Boolean)
}

function timeLeftText(ms: number): string {
  const { desk: t } = texts()
  const seconds = Math.max(5, Math.round(ms / 5000) * 5)
  return seconds < 90 ? t.secondsLeft(seconds) : t.minutesLeft(Math.round(seconds / 60))
}

interface ActProps {
  batch: Batch
  act(change: Promise<unknown>): void
}

function RunButton({ batch, plan, act }: ActProps & { plan: Plan }) {
  const { desk: t } = texts()
  if (batch.state === 'running')
    return (
      <button type="button" class="secondary pause-run" onClick={() => act(pause(batch.id))}>
        {t.pauseRun}
      </button>
    )
  // The same limit would stop it again at once: it is raised below.
  const { maxSearches } = batch.settings
  const isAtLimit = batch.state === 'paused' && batch.pausedBy?.code === 'budget' && maxSearches !== null
  if (isAtLimit || plan.done + plan.failed === plan.products) return null
  return (
    <button type="button" class="secondary start-run" onClick={() => act(start(batch.id))}>
      {batch.state === 'ready' ? t.startRun : t.resumeRun}
    </button>
  )
}

/** Why it does not go on by itself, and what to do. */
function PausedBy({ batch: { pausedBy } }: { batch: Batch }) {
  const { desk: t, failures } = texts()
  if (!pausedBy || pausedBy.code === 'budget') return null
  const { title, hint } = failures[pausedBy.code]
  return (
    <p class="desk-notice" role="status">
      {t.pausedBecause(title)} {hint}
    </p>
  )
}

/** `undefined` until the proxy has said so, `null` if it does not. */
function useLeftToday(state: Batch['state']): number | null | undefined {
  const [left, setLeft] = useState<number | null>()
  useEffect(() => {
    const abort = new AbortController()
    searchesLeftToday(abort.signal).then(setLeft, () => {})
    return () => abort.abort()
  }, [state])
  return left
}
