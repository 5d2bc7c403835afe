import { useMemo } from 'preact/hooks'
import { chosenOf, type PriceContext } from '../../batch/decisions/candidates.ts'
import { lastingOf } from '../../model/assumptions.ts'
import type { BatchRow, BatchSettings } from '../../model/batch.ts'
import { assumptionsItem } from '../../model/stored-items.ts'
import type { DetailsOf } from '../../pricing/offer-with-details.ts'
import { useApp } from '../state/app-context.tsx'
import { useStored } from '../state/use-stored.ts'
import { shortMargin } from './row-text.ts'

/** What prices and margins of every row depend on. */
export function usePriceContext(): PriceContext {
  const { preferences, money } = useApp()
  const lasting = useStored(assumptionsItem)
  const { rates } = money
  const currency = preferences.currency ?? null
  return useMemo(
    () => ({ assumptions: lastingOf(lasting ?? null), rates, currency }),
    [lasting, rates, currency],
  )
}

/** Of the offers that were taken, each computed once. */
export function useMarginTexts(
  settings: BatchSettings,
  context: PriceContext,
  detailsOf: DetailsOf,
): (row: BatchRow) => string | undefined {
  return useMemo(() => {
    const known = new WeakMap<BatchRow, string>()
    return (row) => {
      if (row.decision?.kind !== 'offer') return undefined
      const margin = known.get(row) ?? marginTextOf(row, settings, context, detailsOf)
      known.set(row, margin)
      return margin || undefined
    }
  }, [settings.quantity, settings.currency, context, detailsOf])
}

function marginTextOf(
  row: BatchRow,
  settings: BatchSettings,
  context: PriceContext,
  detailsOf: DetailsOf,
): string {
  const margin = chosenOf(row, settings, context, undefined, detailsOf)?.margin
  return margin ? shortMargin(margin) : ''
}
