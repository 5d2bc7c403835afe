import type { DetailedOffer } from '@find-on-1688/shared'
import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { getOfferDetails } from '../../db/offer-details.ts'
import type { BatchRow } from '../../model/batch.ts'
import type { DetailsOf } from '../../pricing/offer-with-details.ts'

interface TakenDetails {
  takenDetailsOf: DetailsOf
  putTaken(page: DetailedOffer): void
}

/** What is known of the pages of offers that were taken: the list says of them what the table beside it says. */
export function useTakenDetails(rows: readonly BatchRow[]): TakenDetails {
  const [pages, setPages] = useState<ReadonlyMap<string, DetailedOffer>>(new Map())
  const read = useRef(new Set<string>())
  const put = (found: readonly DetailedOffer[]) =>
    setPages((before) => new Map([...before, ...found.map((page) => [page.offerId, page] as const)]))
  useEffect(() => {
    const unread = new Set<string>()
    for (const { decision } of rows)
      if (decision?.kind === 'offer' && !read.current.has(decision.offerId)) unread.add(decision.offerId)
    if (unread.size === 0) return
    for (const offerId of unread) read.current.add(offerId)
    getOfferDetails([...unread]).then(
      (found) => found.length > 0 && put(found),
      () => {},
    )
  }, [rows])
  const takenDetailsOf = useCallback<DetailsOf>(
    (offerId) => {
      const offer = pages.get(offerId)
      return offer && { state: 'done', offer }
    },
    [pages],
  )
  return { takenDetailsOf, putTaken: (page) => put([page]) }
}
