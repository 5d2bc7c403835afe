import { useEffect, useState } from 'preact/hooks'
import type { Candidate } from '../../batch/decisions/candidates.ts'
import type { BatchRow } from '../../model/batch.ts'
import type { KnownOffer } from '../../model/variant-match.ts'
import { KEYED } from './candidate-row.tsx'

interface Highlighted {
  /** At first the first one. */
  highlighted: KnownOffer | undefined
  highlight(offerId: string): void
  moveHighlight(by: 1 | -1): void
}

/** The offer that Enter opens, and P compares: the same one wherever it is in the table. */
export function useHighlighted(row: BatchRow | undefined, candidates: Candidate[] | undefined): Highlighted {
  const [offerId, setOfferId] = useState<string>()
  useEffect(() => setOfferId(undefined), [row?.index])
  const offers = candidates?.map(({ priced }) => priced.offer) ?? []
  const place = Math.max(
    0,
    offers.findIndex((offer) => offer.offerId === offerId),
  )
  const moveHighlight = (by: 1 | -1) => {
    const last = Math.min(KEYED, offers.length) - 1
    setOfferId(offers[Math.min(Math.max(0, place + by), last)]?.offerId)
  }
  return { highlighted: offers[place], highlight: setOfferId, moveHighlight }
}
