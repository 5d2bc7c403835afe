import { useState } from 'preact/hooks'
import type { Candidate } from '../../batch/decisions/candidates.ts'
import type { Coverage } from '../../batch/decisions/facets.ts'
import { texts } from '../../i18n/index.ts'
import type { BatchRow } from '../../model/batch.ts'
import type { OfferDetails } from '../../model/search.ts'
import type { OfferPhotoVerdict } from '../../photo-match/verdicts.ts'
import { whole } from '../format/text.ts'
import { type CandidateHandlers, CandidateRow, KEYED } from './candidate-row.tsx'

interface Props {
  row: BatchRow
  quantity: number
  candidates: readonly Candidate[]
  /** The one that Enter opens. */
  highlightedId: string | undefined
  matches: Readonly<Record<string, OfferPhotoVerdict>>
  detailsOf(offerId: string): OfferDetails | undefined
  coverageBySupplier: ReadonlyMap<string, Coverage>
  handlers: CandidateHandlers
}

/** What 1688 found for the current product, with everything that decides in columns. */
export function CandidateTable(props: Props) {
  const { row, quantity, candidates, highlightedId, matches, detailsOf, coverageBySupplier, handlers } = props
  const { desk: t } = texts()
  const [showsAll, setShowsAll] = useState(false)
  const chosenId = row.decision?.kind === 'offer' ? row.decision.offerId : undefined
  const shown = showsAll
    ? candidates
    : candidates.filter(({ priced }, place) => place < KEYED || priced.offer.offerId === chosenId)
  const columns = t.candidateColumns
  return (
    <>
      <table class="candidates" aria-label={t.candidateTable} aria-rowcount={candidates.length + 1}>
        <thead>
          <tr>
            <th scope="col" class="col-take">
              <span class="visually-hidden">{columns.key}</span>
            </th>
            <th scope="col" class="col-photo">
              {columns.photo}
            </th>
            <th scope="col" class="col-offer">
              {columns.offer}
            </th>
            <th scope="col" class="col-price">
              {t.priceAtColumn(whole(quantity))}
            </th>
            <th scope="col" class="col-minimum">
              {columns.minimum}
            </th>
            <th scope="col" class="col-margin">
              {columns.margin}
            </th>
            <th scope="col" class="col-supplier">
              {columns.supplier}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((candidate, place) => {
            const { offer } = candidate.priced
            const supplier = offer.supplier.name ?? offer.supplier.loginId ?? undefined
            return (
              <CandidateRow
                key={offer.offerId}
                candidate={candidate}
                place={place}
                details={detailsOf(offer.offerId)}
                match={matches[offer.offerId]}
                isChosen={offer.offerId === chosenId}
                isHighlighted={offer.offerId === highlightedId}
                products={supplier === undefined ? 0 : (coverageBySupplier.get(supplier)?.products ?? 0)}
                handlers={handlers}
              />
            )
          })}
        </tbody>
      </table>
      {shown.length < candidates.length && (
        <button type="button" class="link show-all" onClick={() => setShowsAll(true)}>
          {t.showAllOffers(whole(candidates.length))}
        </button>
      )}
    </>
  )
}
