import { hashPhoto, judgePhotos, PHOTO_METHOD, type PhotoHash, type PhotoReason } from '@find-on-1688/shared'
import { limitConcurrency } from '../async/limit-concurrency.ts'
import { serialize } from '../async/serialize.ts'
import { UnreadPhotoError, type UnreadReason } from './decode-photo.ts'
import { openPhotoHashes, type PhotoHashes } from './photo-hashes.ts'
import { readPhoto } from './read-photo.ts'

/** Whether an offer shows the photo that was searched for. Of the picture alone: it proves no product. */
export interface PhotoVerdict {
  kind: 'same' | 'probably' | 'other' | 'cannot-compare' | 'not-checked'
  reasons: PhotoReason[]
  /** bits of 256 that differ; null where nothing can be said */
  distance: number | null
  /** how the photos were hashed */
  method: string
  /** Of several photos that were searched the one that it is, from 2 on; missing where it is the first. */
  photo?: number
  /** why it was not checked: of the offer's picture, or that our own cannot be read */
  why?: UnreadReason | 'no-picture' | 'query-unreadable'
}

export interface OfferPhoto {
  offerId: string
  imageUrl: string | null
}

export interface JudgeRequest {
  signal: AbortSignal
  /**
   * The pictures that were sent, as `data:` addresses and in their order; `undefined` for one that is not read yet. An offer
   * is compared with each, and the best verdict is its own.
   */
  queries: readonly (string | undefined)[]
  offers: readonly OfferPhoto[]
  /** Called once for each offer, as soon as it is known; with the hash of its picture, for `reuseOf`, where it has one. */
  onVerdict(offerId: string, verdict: PhotoVerdict, hash: PhotoHash | null): void
  /** how many pictures are read at once */
  atOnce?: number
}

/** What tests replace. */
export interface JudgeOptions {
  read?: typeof readPhoto
  hashes?: PhotoHashes
}

/**
 * Reads and compares the offers' pictures in the order of the offers, each address once; those that are known from before
 * come first. What goes wrong with a picture is the verdict on its offers. Ends without another word once it is aborted.
 */
export async function judgeOffers(question: JudgeRequest, means: JudgeOptions = {}): Promise<void> {
  const { signal, queries, offers, onVerdict, atOnce = 4 } = question
  const { read = readPhoto, hashes = await openPhotoHashes() } = means
  const tell = (offerIds: string[], verdict: PhotoVerdict, hash: PhotoHash | null = null) => {
    for (const offerId of offerIds) if (!signal.aborted) onVerdict(offerId, verdict, hash)
  }
  const hashOf = hashing(signal, read, hashes)
  try {
    tell(idsOf(offers.filter(({ imageUrl }) => !imageUrl)), notChecked('no-picture'))
    const mine = await eachHash(queries, async (query) => (await hashes.get(query)) ?? (await hashOf(query)))
    if (mine.every(({ hash }) => typeof hash === 'string'))
      return tell(idsOf(offers.filter(({ imageUrl }) => imageUrl)), notChecked('query-unreadable'))
    const judge = (offerIds: string[], hash: PhotoHash | UnreadReason) => {
      if (typeof hash === 'string') tell(offerIds, notChecked(hash))
      else tell(offerIds, bestOf(mine, hash), hash)
    }
    const unknown: [address: string, offerIds: string[]][] = []
    for (const [address, offerIds] of byAddress(offers)) {
      const hash = await hashes.get(address)
      if (hash) judge(offerIds, hash)
      else unknown.push([address, offerIds])
    }
    await limitConcurrency(signal, atOnce, unknown, async ([address, offerIds]) =>
      judge(offerIds, await hashOf(address)),
    )
  } finally {
    await hashes.end()
  }
}

/** Reads and hashes the picture at an address and keeps the hash, or tells why it cannot. */
function hashing(
  signal: AbortSignal,
  read: typeof readPhoto,
  hashes: PhotoHashes,
): (address: string) => Promise<PhotoHash | UnreadReason> {
  const inTurn = serialize()
  return async (address) => {
    try {
      const pixels = await read(signal, address)
      const hash = await inTurn(() => hashPhoto(pixels))
      await hashes.keep(address, hash)
      return hash
    } catch (error) {
      return error instanceof UnreadPhotoError ? error.why : 'unreadable'
    }
  }
}

/** One of the photos that were searched. */
interface Mine {
  /** From 1. */
  photo: number
  hash: PhotoHash | UnreadReason
}

async function eachHash(queries: JudgeRequest['queries'], hashOf: (query: string) => Promise<Mine['hash']>) {
  const mine: Mine[] = []
  for (const [at, query] of queries.entries())
    if (query) mine.push({ photo: at + 1, hash: await hashOf(query) })
  return mine
}

const BEST_FIRST: PhotoVerdict['kind'][] = ['same', 'probably', 'other', 'cannot-compare', 'not-checked']

/** By kind, then by distance, then by the order of the photos. */
function bestOf(mine: readonly Mine[], theirs: PhotoHash): PhotoVerdict {
  const verdicts = mine.flatMap(({ photo, hash }) =>
    typeof hash === 'string' ? [] : [comparedWith(photo, hash, theirs)],
  )
  const rank = ({ kind }: PhotoVerdict) => BEST_FIRST.indexOf(kind)
  const far = ({ distance }: PhotoVerdict) => distance ?? Number.POSITIVE_INFINITY
  return verdicts.reduce((best, each) => {
    const isBetter = rank(each) < rank(best) || (rank(each) === rank(best) && far(each) < far(best))
    return isBetter ? each : best
  })
}

function comparedWith(photo: number, mine: PhotoHash, theirs: PhotoHash): PhotoVerdict {
  const verdict = compared(mine, theirs)
  const isIt = verdict.kind === 'same' || verdict.kind === 'probably'
  return isIt && photo > 1 ? { ...verdict, photo } : verdict
}

function compared(mine: PhotoHash, theirs: PhotoHash): PhotoVerdict {
  const { verdict, reasons, distance } = judgePhotos(mine, theirs)
  return { kind: verdict, reasons, distance, method: theirs.method }
}

function notChecked(why: NonNullable<PhotoVerdict['why']>): PhotoVerdict {
  return { kind: 'not-checked', reasons: [], distance: null, method: PHOTO_METHOD, why }
}

function byAddress(offers: readonly OfferPhoto[]): Map<string, string[]> {
  const addresses = new Map<string, string[]>()
  for (const { offerId, imageUrl } of offers)
    if (imageUrl) addresses.set(imageUrl, [...(addresses.get(imageUrl) ?? []), offerId])
  return addresses
}

function idsOf(offers: readonly OfferPhoto[]): string[] {
  return offers.map(({ offerId }) => offerId)
}
