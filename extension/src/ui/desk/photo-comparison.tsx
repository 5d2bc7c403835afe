import type { Candidate } from '../../batch/decisions/candidates.ts'
import type { BatchRow } from '../../model/batch.ts'
import type { OfferPhotoVerdict } from '../../photo-match/verdicts.ts'
import { lazy } from '../components/lazy.tsx'
import { QueryPhotosContext, VerdictsContext } from '../photo-match/photo-match-context.tsx'
import { usePicture } from './batch-pictures.ts'

const ComparePhotos = lazy(async () => (await import('../photo-match/compare-photos.tsx')).ComparePhotos)

interface Props {
  row: BatchRow
  matches: Readonly<Record<string, OfferPhotoVerdict>>
  candidates: readonly Candidate[]
  offerId: string
  onMove(offerId: string): void
  onClose(): void
}

/** The product's photo and an offer's, side by side or one over the other. */
export function PhotoComparison({ row, matches, candidates, offerId, onMove, onClose }: Props) {
  const picture = usePicture(row.batchId, row.digest)
  return (
    <VerdictsContext.Provider value={matches}>
      <QueryPhotosContext.Provider value={[picture]}>
        <ComparePhotos
          offers={candidates.map(({ priced }) => priced.offer)}
          offerId={offerId}
          picture={picture}
          onMove={onMove}
          onClose={onClose}
        />
      </QueryPhotosContext.Provider>
    </VerdictsContext.Provider>
  )
}
