import { useEffect, useMemo, useState } from 'preact/hooks'
import type { PriceContext } from '../../batch/decisions/candidates.ts'
import type { MarginOfRow } from '../../batch/decisions/facets.ts'
import { marginOfRow } from '../../batch/decisions/row-margin.ts'
import type { Batch, BatchRow } from '../../model/batch.ts'

/** Longer, and the page would be slow to react. */
const SLICE_MS = 12
const SHOW_MS = 250

interface RowMargins {
  /** `undefined` as long as nobody wants it. */
  marginOf: MarginOfRow | undefined
  isComputing: boolean
  /** More is known of its offers. */
  forget(row: BatchRow): void
}

/** The margin of each row, as in `marginOfRow`. Computed only while wanted, and anew only for rows that have changed. */
export function useRowMargins(
  isWanted: boolean,
  { settings }: Batch,
  rows: readonly BatchRow[],
  context: PriceContext,
): RowMargins {
  const { assumptions, rates } = context
  const margins = useMemo(
    () => new WeakMap<BatchRow, number | null>(),
    [assumptions, rates, settings.quantity, settings.currency],
  )
  const [forgotten, setForgotten] = useState(0)
  const [computed, setComputed] = useState<{ margins: typeof margins; rows: typeof rows; done: boolean }>()
  useEffect(() => {
    if (!isWanted) return
    let isStopped = false
    const show = (done: boolean) => !isStopped && setComputed({ margins, rows, done })
    const compute = async () => {
      let [pausedAt, shownAt] = [performance.now(), performance.now()]
      for (const row of rows) {
        if (isStopped) return
        if (margins.has(row)) continue
        margins.set(row, await marginOfRow(row, settings, context).catch(() => null))
        const now = performance.now()
        if (now - pausedAt < SLICE_MS) continue
        if (now - shownAt > SHOW_MS) {
          show(false)
          shownAt = now
        }
        await new Promise((resolve) => setTimeout(resolve, 0))
        pausedAt = performance.now()
      }
      show(true)
    }
    compute()
    return () => {
      isStopped = true
    }
  }, [isWanted, rows, margins, forgotten])
  const marginOf = useMemo<MarginOfRow | undefined>(
    () => (isWanted ? (row) => margins.get(row) ?? undefined : undefined),
    [isWanted, computed, margins],
  )
  const forget = (row: BatchRow) => {
    if (margins.delete(row)) setForgotten((count) => count + 1)
  }
  return { marginOf, isComputing: isWanted && !(computed?.done && computed.margins === margins), forget }
}
