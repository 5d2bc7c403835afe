import type { Offer } from '@find-on-1688/shared'
import { useEffect, useState } from 'preact/hooks'
import { photoHashesItem } from '../../model/stored-items.ts'
import { openPhotoHashes } from '../../photo-match/photo-hashes.ts'
import { type HashedOffer, type ReusedPhoto, reuseOf } from '../../photo-match/reuse.ts'
import { useStored } from '../state/use-stored.ts'

export interface PhotoReuse {
  photos: ReusedPhoto[]
  /** Of how many offers the picture is known. */
  compared: number
}

/**
 * Which of these offers share a photo, by the hashes that whoever made the verdicts has kept; anew whenever there are
 * more. Undefined until it was first looked.
 *
 * @param query the picture that was sent, as a `data:` address
 */
export function useReuse(query: string | undefined, offers: readonly Offer[]): PhotoReuse | undefined {
  const [found, setFound] = useState<PhotoReuse>()
  const kept = useStored(photoHashesItem)
  useEffect(() => {
    let isNeeded = kept !== undefined
    if (isNeeded)
      reuseAmong(query, offers).then((next) => {
        if (isNeeded) setFound(next)
      })
    return () => {
      isNeeded = false
    }
  }, [kept, query, offers])
  return found
}

/** Which of these offers share a photo, as far as their pictures are known now. */
export async function reuseAmong(query: string | undefined, offers: readonly Offer[]): Promise<PhotoReuse> {
  const hashes = await openPhotoHashes()
  const hashed = await Promise.all(
    offers.map(async ({ offerId, supplier, imageUrl }): Promise<HashedOffer[]> => {
      const hash = imageUrl ? await hashes.get(imageUrl) : undefined
      return hash ? [{ offerId, supplier: supplier.name, hash }] : []
    }),
  )
  const items = hashed.flat()
  const mine = query ? await hashes.get(query) : undefined
  return { photos: reuseOf(items, mine), compared: items.length }
}
