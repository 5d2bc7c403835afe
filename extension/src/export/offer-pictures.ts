import { inspectPicture } from '@find-on-1688/shared'
import { limitConcurrency } from '../async/limit-concurrency.ts'
import { fetchPicture } from '../image/fetch.ts'
import { AppError } from '../model/failure.ts'
import { type KnownOffer, variantName, variantsOf } from '../model/variant-match.ts'

const MAX_CONCURRENT = 4
/** All of it is in memory at once, twice while it is zipped. */
const MAX_BYTES = 100_000_000

/** One of an offer's pictures, and the variants that it shows, by their original names. */
export interface OfferPicture {
  url: string
  variants: string[]
}

export interface ReadPicture extends OfferPicture {
  /** Within the zip. */
  name: string
  bytes: Uint8Array
}

/** `no-room` if the zip would be too large. */
export interface MissingPicture extends OfferPicture {
  why: 'unreachable' | 'not-a-picture' | 'too-large' | 'no-room'
}

/** Every picture once: those of the offer in its order, then those that only variants have. */
export function picturesOf(offer: KnownOffer): OfferPicture[] {
  const pictures = new Map<string, OfferPicture>()
  const add = (url: string | null, variant?: string) => {
    if (!url) return
    const picture = pictures.get(url) ?? { url, variants: [] }
    if (variant) picture.variants.push(variant)
    pictures.set(url, picture)
  }
  add(offer.imageUrl)
  for (const url of ('images' in offer && offer.images) || []) add(url)
  for (const variant of variantsOf(offer)) add(variant.imageUrl, variantName(variant, true))
  return [...pictures.values()]
}

/** Replaced in tests. */
export interface ReadOptions {
  read?: (signal: AbortSignal, url: string) => Promise<Blob>
  maxBytes?: number
}

/**
 * The pictures as their host has them, four at a time. One that cannot be read does not keep the others from being saved.
 *
 * @param onRead is called with the number of pictures done
 * @throws the signal's reason once it is aborted
 */
export async function readPictures(
  signal: AbortSignal,
  pictures: readonly OfferPicture[],
  onRead: (done: number) => void,
  { read = fetchPicture, maxBytes = MAX_BYTES }: ReadOptions = {},
): Promise<{ read: ReadPicture[]; missing: MissingPicture[] }> {
  const results = new Map<OfferPicture, ReadPicture | MissingPicture>()
  let bytesLeft = maxBytes
  await limitConcurrency(signal, MAX_CONCURRENT, pictures, async (picture) => {
    results.set(picture, await readOne(picture))
    onRead(results.size)
  })
  signal.throwIfAborted()
  const inOrder = pictures.flatMap((picture) => results.get(picture) ?? [])
  return {
    read: inOrder.filter((result) => 'bytes' in result),
    missing: inOrder.filter((result) => 'why' in result),
  }

  async function readOne(picture: OfferPicture): Promise<ReadPicture | MissingPicture> {
    try {
      const bytes = new Uint8Array(await (await read(signal, picture.url)).arrayBuffer())
      // A host may answer with a page that says why there is no picture.
      const kind = inspectPicture(bytes)?.kind
      if (!kind) return { ...picture, why: 'not-a-picture' }
      if (bytes.length > bytesLeft) return { ...picture, why: 'no-room' }
      bytesLeft -= bytes.length
      const number = String(pictures.indexOf(picture) + 1).padStart(2, '0')
      return { ...picture, name: `${number}.${kind === 'jpeg' ? 'jpg' : kind}`, bytes }
    } catch (error) {
      const isTooLarge = error instanceof AppError && error.failure.code === 'picture_too_large'
      return { ...picture, why: isTooLarge ? 'too-large' : 'unreachable' }
    }
  }
}
