import { inspectPicture } from '@find-on-1688/shared'
import { limitConcurrency } from '../async/limit-concurrency.ts'
import { dataUrlOf } from '../image/data-url.ts'
import { reduce } from '../image/reduce.ts'
import { UnreadablePhotoError, type UnreadableReason } from '../photo-match/decode-photo.ts'
import { readPhotoAs } from '../photo-match/read-photo.ts'

const MAX_CONCURRENT = 4
const MAX_BYTES_EACH = 300_000

interface OfferPicture {
  offerId: string
  imageUrl: string | null
}

export interface OfferPictures {
  /** `data:` URLs by offer id. */
  pictures: Record<string, string>
  /** The number of offers whose picture is missing, by reason. */
  missing: Record<UnreadableReason | 'no-room', number>
}

/** Replaced in tests. */
export interface OfferPicturesOptions {
  read?: (signal: AbortSignal, url: string) => Promise<string>
}

/**
 * Reads the offers' pictures for a file, four at a time, each reduced to at most 300 kB. Pictures that cannot be read or no
 * longer fit are left out. Offers without a picture count neither as read nor as missing.
 *
 * @param maxCharacters of all URLs together
 * @param onRead is called with the number of offers done
 * @throws the signal's reason once it is aborted
 */
export async function readOfferPictures(
  signal: AbortSignal,
  offers: readonly OfferPicture[],
  maxCharacters: number,
  onRead: (offers: number) => void,
  { read = smallPicture }: OfferPicturesOptions = {},
): Promise<OfferPictures> {
  const found: OfferPictures = {
    pictures: {},
    missing: { unreachable: 0, unreadable: 0, 'no-room': 0 },
  }
  let [left, done] = [maxCharacters, 0]
  const byUrl = Map.groupBy(
    offers.filter(({ imageUrl }) => imageUrl),
    ({ imageUrl }) => imageUrl ?? '',
  )
  await limitConcurrency(signal, MAX_CONCURRENT, [...byUrl], async ([url, offersShowing]) => {
    try {
      const picture = await read(signal, url)
      const needed = picture.length * offersShowing.length
      if (needed > left) found.missing['no-room'] += offersShowing.length
      else {
        left -= needed
        for (const { offerId } of offersShowing) found.pictures[offerId] = picture
      }
    } catch (error) {
      found.missing[error instanceof UnreadablePhotoError ? error.why : 'unreadable'] += offersShowing.length
    }
    done += offersShowing.length
    onRead(done)
  })
  signal.throwIfAborted()
  return found
}

function smallPicture(signal: AbortSignal, url: string): Promise<string> {
  return readPhotoAs(signal, url, async (picture) => {
    const kind = inspectPicture(new Uint8Array(await picture.arrayBuffer()))?.kind
    if (kind && picture.size <= MAX_BYTES_EACH)
      return dataUrlOf(new Blob([picture], { type: `image/${kind}` }))
    return reduce(picture, MAX_BYTES_EACH).then(
      ({ dataUrl }) => dataUrl,
      (error: unknown) => {
        throw new UnreadablePhotoError('unreadable', error)
      },
    )
  })
}
