import type { Offer } from '@find-on-1688/shared'
import { useEffect, useState } from 'preact/hooks'
import { photoHashesItem } from '../../model/stored-items.ts'
import { openPhotoHashes } from '../../photo-match/photo-hashes.ts'
import { type HashedOffer, type ReusedPhoto, reuseOf } from '../../photo-match/reuse.ts'
import type { QueryPhotos } from '../photo-match/use-verdicts.ts'
import { useStored } from '../state/use-stored.ts'

export interface PhotoReuse {
  photos: ReusedPhoto[]
  /** The number of offers whose picture has been read. */
  compared: number
}

/**
 * Which of these offers share a photo, by the hashes that were stored when verdicts were made; updated as more are stored.
 * `undefined` until they have been read.
 *
 * @param queries the pictures that were sent, as `data:` addresses
 */
export function useReuse(queries: QueryPhotos, offers: readonly Offer[]): PhotoReuse | undefined {
  const [reuse, setReuse] = useState<PhotoReuse>()
  const storedHashes = useStored(photoHashesItem)
  useEffect(() => {
    let isCurrent = storedHashes !== undefined
    if (isCurrent)
      reuseAmong(queries, offers).then((next) => {
        if (isCurrent) setReuse(next)
      })
    return () => {
      isCurrent = false
    }
  }, [storedHashes, queries.join(' '), offers])
  return reuse
}

/** Which of these offers share a photo, as far as their pictures have been read. */
export async function reuseAmong(queries: QueryPhotos, offers: readonly Offer[]): Promise<PhotoReuse> {
  const hashes = await openPhotoHashes()
  const perOffer = await Promise.all(
    offers.map(async ({ offerId, supplier, imageUrl }): Promise<HashedOffer[]> => {
      const hash = imageUrl ? await hashes.get(imageUrl) : undefined
      return hash ? [{ offerId, supplier: supplier.name, hash }] : []
    }),
  )
  const hashedOffers = perOffer.flat()
  const queryHashes = await Promise.all(queries.map((query) => (query ? hashes.get(query) : undefined)))
  return { photos: reuseOf(hashedOffers, ...queryHashes), compared: hashedOffers.length }
}
