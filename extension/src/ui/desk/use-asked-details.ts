import { useEffect, useRef, useState } from 'preact/hooks'
import { renewTaken } from '../../batch/decisions/decide.ts'
import { loadDetails } from '../../batch/decisions/load-details.ts'
import type { BatchRow } from '../../model/batch.ts'
import type { OfferDetails } from '../../model/search.ts'
import { storageText } from '../format/storage-error-text.ts'
import { useApp } from '../state/app-context.tsx'

interface AskedDetails {
  getDetails(offerIds: readonly string[]): Promise<void>
  /** How many searches for details of the current row's offers the list's limit has refused. */
  refusedSearches: number
}

/**
 * Asks for details of the current row's offers. Whoever has taken one of them knows it as its page says from then on.
 *
 * @param onDetails also for the row that they were asked for, whichever is the current one by then
 */
export function useAskedDetails(
  batchId: string,
  rows: readonly BatchRow[],
  row: BatchRow | undefined,
  onDetails: (offerId: string, details: OfferDetails, askedFor: BatchRow) => void,
): AskedDetails {
  const { notify } = useApp()
  const [refusedSearches, setRefusedSearches] = useState(0)
  useEffect(() => setRefusedSearches(0), [row?.index])
  const latestRows = useRef(rows)
  latestRows.current = rows
  const report = (error: unknown) => notify(storageText(error))
  const getDetails = async (offerIds: readonly string[]) => {
    if (!row) return
    const learn = (offerId: string, details: OfferDetails) => {
      onDetails(offerId, details, row)
      if (details.state !== 'done') return
      const takers = latestRows.current.filter(
        ({ decision }) => decision?.kind === 'offer' && decision.offerId === offerId,
      )
      // A decision of this moment may not be among them yet.
      const indexes = new Set([row, ...takers].map(({ index }) => index))
      renewTaken(batchId, [...indexes], details.offer).catch(report)
    }
    try {
      const isAsked = await loadDetails(batchId, offerIds, learn)
      setRefusedSearches(isAsked ? 0 : offerIds.length)
    } catch (error) {
      report(error)
    }
  }
  return { getDetails, refusedSearches }
}
