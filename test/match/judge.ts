import { hashPhoto, judgePhotos, LIMITS, type PhotoHash, type PhotoVerdict } from '@find-on-1688/shared'
import sharp from 'sharp'
import { limitConcurrency } from '../../extension/src/async/limit-concurrency.ts'
import { smallAddress } from '../../extension/src/photo-match/small-address.ts'
import { fetchPicture } from './addresses/fetch-picture.ts'
import type { Judge } from './run.ts'
import { slots } from './slots.ts'

const PHOTOS_AT_ONCE = 8
const MAX_BYTES = 5 * 1024 * 1024
const TIMEOUT_MS = 10_000
const MAX_PIXELS = 40_000_000

/**
 * Reads the photos of offers, each once, and says which of them are the row's. An offer whose photo cannot be read has no
 * verdict.
 */
export function photoJudge(fetch: typeof fetchPicture = fetchPicture): Judge {
  const inSlot = slots(PHOTOS_AT_ONCE)
  const hashes = new Map<string, Promise<PhotoHash | undefined>>()
  const hashAt = (signal: AbortSignal, address: string) => {
    const started = hashes.get(address) ?? inSlot(() => readHash(signal, address, fetch))
    hashes.set(address, started)
    return started
  }
  return async (signal, jpeg, offers) => {
    const mine = await hashOf(jpeg)
    const verdicts: Record<string, PhotoVerdict> = {}
    await limitConcurrency(signal, PHOTOS_AT_ONCE, offers, async ({ offerId, imageUrl }) => {
      const theirs = imageUrl ? await hashAt(signal, imageUrl) : undefined
      if (theirs) verdicts[offerId] = judgePhotos(mine, theirs).verdict
    })
    signal.throwIfAborted()
    return verdicts
  }
}

/** Of its small version if there is one. `undefined` if it cannot be read. */
async function readHash(
  signal: AbortSignal,
  address: string,
  fetch: typeof fetchPicture,
): Promise<PhotoHash | undefined> {
  for (const each of [smallAddress(address), address]) {
    if (each === undefined) continue
    try {
      return await hashOf(await fetch(signal, each, { maxBytes: MAX_BYTES, timeoutMs: TIMEOUT_MS }))
    } catch {
      signal.throwIfAborted()
    }
  }
  return undefined
}

/** As in the extension, at no more than 800 pixels a side. */
async function hashOf(picture: Buffer): Promise<PhotoHash> {
  const { sentSidePx: side } = LIMITS
  const { data, info } = await sharp(picture, { limitInputPixels: MAX_PIXELS })
    .autoOrient()
    .resize(side, side, { fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return hashPhoto({ data, width: info.width, height: info.height })
}
