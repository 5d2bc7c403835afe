import { inspectPicture } from '@find-on-1688/shared'
import { limitConcurrency } from '../async/limit-concurrency.ts'
import { dataUrlOf, reduce } from '../image/reduce.ts'
import { readPhotoAs } from '../photo-match/read-photo.ts'
import { UnreadPhotoError, type UnreadReason } from '../photo-match/unread-photo.ts'

const AT_ONCE = 4
const MOST_BYTES_EACH = 300_000

interface Shown {
  offerId: string
  imageUrl: string | null
}

export interface OfferPictures {
  /** `data:` addresses by offer id. */
  pictures: Record<string, string>
  /** How many offers' pictures are missing, and why. */
  missing: Record<UnreadReason | 'no-room', number>
}

/** What tests replace. */
export interface OfferPicturesOptions {
  read?: (signal: AbortSignal, address: string) => Promise<string>
}

/**
 * The offers' pictures for a file, each at most 300 kB, read four at once; what cannot be read is left out, and so is what
 * is more than there is room for. Offers without a picture are in neither count.
 *
 * @param room letters that all addresses together may have
 * @param onRead hears how many offers are done with
 * @throws the signal's reason once it is aborted
 */
export async function readOfferPictures(
  signal: AbortSignal,
  offers: readonly Shown[],
  room: number,
  onRead: (offers: number) => void,
  { read = smallPicture }: OfferPicturesOptions = {},
): Promise<OfferPictures> {
  const found: OfferPictures = {
    pictures: {},
    missing: { unreachable: 0, unreadable: 0, 'no-room': 0 },
  }
  let [left, done] = [room, 0]
  const byAddress = Map.groupBy(
    offers.filter(({ imageUrl }) => imageUrl),
    ({ imageUrl }) => imageUrl ?? '',
  )
  await limitConcurrency(signal, AT_ONCE, [...byAddress], async ([address, its]) => {
    try {
      const picture = await read(signal, address)
      const needed = picture.length * its.length
      if (needed > left) found.missing['no-room'] += its.length
      else {
        left -= needed
        for (const { offerId } of its) found.pictures[offerId] = picture
      }
    } catch (error) {
      found.missing[error instanceof UnreadPhotoError ? error.why : 'unreadable'] += its.length
    }
    done += its.length
    onRead(done)
  })
  signal.throwIfAborted()
  return found
}

function smallPicture(signal: AbortSignal, address: string): Promise<string> {
  return readPhotoAs(signal, address, async (picture) => {
    const kind = inspectPicture(new Uint8Array(await picture.arrayBuffer()))?.kind
    if (kind && picture.size <= MOST_BYTES_EACH)
      return dataUrlOf(new Blob([picture], { type: `image/${kind}` }))
    return reduce(picture, MOST_BYTES_EACH).then(
      ({ dataUrl }) => dataUrl,
      (error: unknown) => {
        throw new UnreadPhotoError('unreadable', error)
      },
    )
  })
}
