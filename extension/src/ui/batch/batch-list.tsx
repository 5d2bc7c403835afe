import { useEffect, useState } from 'preact/hooks'
import { throttle } from '../../async/throttle.ts'
import { start } from '../../batch/run/control.ts'
import { getBatchRows, listBatches, removeBatch } from '../../db/batches.ts'
import { watchBatches } from '../../db/notify-batch.ts'
import { texts } from '../../i18n/index.ts'
import type { Batch } from '../../model/batch.ts'
import { storageText } from '../format/storage-error-text.ts'
import { ago, whole } from '../format/text.ts'
import { languageOf } from '../offer/variant-facts.tsx'
import { useApp } from '../state/app-context.tsx'

/** The lists so far, the latest first. */
export function BatchList({ onOpen }: { onOpen?: (id: string) => void }) {
  const t = texts()
  const { navigate } = useApp()
  const { batches, failure } = useBatches()
  if (failure !== undefined) return <p class="batch-error">{storageText(failure)}</p>
  if (!batches || batches.length === 0) return null
  return (
    <section class="batch-list" aria-labelledby="earlier-lists">
      <h2 id="earlier-lists">{t.earlierLists}</h2>
      <ol>
        {batches.map((batch) => (
          <BatchEntry
            key={batch.id}
            batch={batch}
            onOpen={() => (onOpen ? onOpen(batch.id) : navigate('batch', batch.id))}
          />
        ))}
      </ol>
    </section>
  )
}

function BatchEntry({ batch, onOpen }: { batch: Batch; onOpen: () => void }) {
  const t = texts()
  const { notify } = useApp()
  const [isAsking, setAsking] = useState(false)
  const counts = useCounts(batch.id)
  const report = (change: Promise<unknown>) => change.catch((error: unknown) => notify(storageText(error)))
  return (
    <li class="batch-entry">
      <div>
        <button
          type="button"
          class="reopen own-text"
          dir="auto"
          lang={languageOf(batch.name)}
          onClick={onOpen}
        >
          {batch.name}
        </button>
        <div class="subtitle">
          {[
            t.batchStates[batch.state],
            ...counts,
            t.batchSearches(batch.searches),
            ago(batch.createdAt),
          ].join(' · ')}
        </div>
      </div>
      {isAsking ? (
        <div class="batch-entry-actions">
          <span>{t.deleteListQuestion}</span>
          <button type="button" class="secondary" onClick={() => report(removeBatch(batch.id))}>
            {t.deleteList}
          </button>
          <button type="button" class="secondary" onClick={() => setAsking(false)}>
            {t.keepList}
          </button>
        </div>
      ) : (
        <div class="batch-entry-actions">
          {batch.state === 'paused' && (
            <button
              type="button"
              class="secondary"
              aria-label={t.continueListNamed(batch.name)}
              onClick={() => {
                report(start(batch.id))
                onOpen()
              }}
            >
              {t.continueList}
            </button>
          )}
          <button
            type="button"
            class="link remove"
            aria-label={t.deleteListNamed(batch.name)}
            onClick={() => setAsking(true)}
          >
            {t.deleteList}
          </button>
        </div>
      )}
    </li>
  )
}

function useBatches() {
  const [state, setState] = useState<{ batches?: Batch[]; failure?: unknown }>({})
  useEffect(() => {
    const read = () =>
      listBatches().then(
        (batches) => setState({ batches }),
        (failure: unknown) => setState({ failure }),
      )
    read()
    // What changes of rows is not shown here.
    return watchBatches(({ indexes }) => {
      if (!indexes) read()
    })
  }, [])
  return state
}

/** A run changes several rows a second. */
const COUNT_MS = 2000

/** How many products, and how far it is with them. Empty until they are counted. */
function useCounts(batchId: string): string[] {
  const t = texts()
  const [counts, setCounts] = useState<{ products: number; searched: number; decided: number }>()
  useEffect(() => {
    const counting = throttle(COUNT_MS, () =>
      getBatchRows(batchId).then(
        (rows) =>
          setCounts({
            products: rows.length,
            searched: rows.filter(({ state }) => state === 'done').length,
            decided: rows.filter(({ decision }) => decision !== null).length,
          }),
        () => {},
      ),
    )
    counting.ask()
    const unwatch = watchBatches((change) => {
      if (change.batchId === batchId) counting.ask()
    })
    return () => {
      unwatch()
      counting.end()
    }
  }, [])
  if (!counts) return []
  const { products, searched, decided } = counts
  return [
    t.batchProducts(products),
    ...(searched > 0 ? [t.batchFound(whole(searched))] : []),
    ...(decided > 0 ? [t.batchDecided(whole(decided))] : []),
  ]
}
