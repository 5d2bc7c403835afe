import { hashPhoto, judgePhotos, PHOTO_METHOD, type PhotoHash, type PhotoReason } from '@find-on-1688/shared'
import { limitConcurrency } from '../async/limit-concurrency.ts'
import { serialize } from '../async/serialize.ts'
import { UnreadablePhotoError, type UnreadableReason } from './decode-photo.ts'
import { openPhotoHashes, type PhotoHashes } from './photo-hashes.ts'
import { readPhoto } from './read-photo.ts'

/** Whether an offer shows the searched photo. About the photo only: it does not prove that the product is the same. */
export interface OfferPhotoVerdict {
  kind: 'same' | 'probably' | 'other' | 'cannot-compare' | 'not-checked'
  reasons: PhotoReason[]
  /** how many of 256 bits differ; null if not comparable */
  distance: number | null
  /** how the photos were hashed */
  method: string
  /** With several searched photos, the number of the one it matches, from 2; missing if it is the first. */
  photo?: number
  /** why it was not checked */
  why?: UnreadableReason | 'no-picture' | 'query-unreadable'
}

export interface OfferPhoto {
  offerId: string
  imageUrl: string | null
}

export interface JudgeRequest {
  signal: AbortSignal
  /**
   * The sent pictures as `data:` addresses, in order; `undefined` for one not read yet. Each offer is compared with all of
   * them and gets the best verdict.
   */
  queries: readonly (string | undefined)[]
  offers: readonly OfferPhoto[]
  /** Called once for each offer, as soon as it is known, with the hash of its picture if it has one. */
  onVerdict(offerId: string, verdict: OfferPhotoVerdict, hash: PhotoHash | null): void
  /** how many pictures are read at the same time */
  concurrency?: number
}

export interface JudgeOptions {
  /** What tests replace. */
  read?: typeof readPhoto
  /** Reads and hashes in one: elsewhere than here. */
  readHash?: (signal: AbortSignal, address: string) => Promise<PhotoHash>
  hashes?: PhotoHashes
}

/**
 * Reads and compares the offers' pictures in the order of the offers, each address once; those with a stored hash come
 * first. A failure with a picture becomes the verdict on its offers. After an abort nothing more is reported.
 */
export async function judgeOffers(request: JudgeRequest, options: JudgeOptions = {}): Promise<void> {
  const { signal, queries, offers, onVerdict, concurrency = 4 } = request
  const { read = readPhoto, readHash = hashingHere(read), hashes = await openPhotoHashes() } = options
  const report = (offerIds: string[], verdict: OfferPhotoVerdict, hash: PhotoHash | null = null) => {
    for (const offerId of offerIds) if (!signal.aborted) onVerdict(offerId, verdict, hash)
  }
  const hashOf = hashReader(signal, readHash, hashes)
  try {
    report(idsOf(offers.filter(({ imageUrl }) => !imageUrl)), notChecked('no-picture'))
    const queryHashes = await hashQueries(
      queries,
      async (query) => (await hashes.get(query)) ?? (await hashOf(query)),
    )
    if (queryHashes.every(({ hash }) => typeof hash === 'string'))
      return report(idsOf(offers.filter(({ imageUrl }) => imageUrl)), notChecked('query-unreadable'))
    const judge = (offerIds: string[], hash: PhotoHash | UnreadableReason) => {
      if (typeof hash === 'string') report(offerIds, notChecked(hash))
      else report(offerIds, bestVerdict(queryHashes, hash), hash)
    }
    const unhashed: [address: string, offerIds: string[]][] = []
    for (const [address, offerIds] of byAddress(offers)) {
      const hash = await hashes.get(address)
      if (hash) judge(offerIds, hash)
      else unhashed.push([address, offerIds])
    }
    await limitConcurrency(signal, concurrency, unhashed, async ([address, offerIds]) =>
      judge(offerIds, await hashOf(address)),
    )
  } finally {
    await hashes.flush()
  }
}

/** Reads and hashes the picture at an address and stores the hash, or returns why that failed. */
function hashReader(
  signal: AbortSignal,
  readHash: NonNullable<JudgeOptions['readHash']>,
  hashes: PhotoHashes,
): (address: string) => Promise<PhotoHash | UnreadableReason> {
  return async (address) => {
    try {
      const hash = await readHash(signal, address)
      await hashes.add(address, hash)
      return hash
    } catch (error) {
      return error instanceof UnreadablePhotoError ? error.why : 'unreadable'
    }
  }
}

function hashingHere(read: typeof readPhoto): NonNullable<JudgeOptions['readHash']> {
  const oneAtATime = serialize()
  return async (signal, address) => {
    const pixels = await read(signal, address)
    return oneAtATime(() => hashPhoto(pixels))
  }
}

/** One of the searched photos. */
interface QueryHash {
  /** Its number, from 1. */
  photo: number
  hash: PhotoHash | UnreadableReason
}

async function hashQueries(
  queries: JudgeRequest['queries'],
  hashOf: (query: string) => Promise<QueryHash['hash']>,
) {
  const queryHashes: QueryHash[] = []
  for (const [index, query] of queries.entries())
    if (query) queryHashes.push({ photo: index + 1, hash: await hashOf(query) })
  return queryHashes
}

const BEST_FIRST: OfferPhotoVerdict['kind'][] = ['same', 'probably', 'other', 'cannot-compare', 'not-checked']

/** By kind, then by distance, then by the order of the photos. */
function bestVerdict(queryHashes: readonly QueryHash[], offerHash: PhotoHash): OfferPhotoVerdict {
  const verdicts = queryHashes.flatMap(({ photo, hash }) =>
    typeof hash === 'string' ? [] : [compareWithQuery(photo, hash, offerHash)],
  )
  const rankOf = ({ kind }: OfferPhotoVerdict) => BEST_FIRST.indexOf(kind)
  const distanceOf = ({ distance }: OfferPhotoVerdict) => distance ?? Number.POSITIVE_INFINITY
  return verdicts.reduce((best, each) => {
    const isBetter =
      rankOf(each) < rankOf(best) || (rankOf(each) === rankOf(best) && distanceOf(each) < distanceOf(best))
    return isBetter ? each : best
  })
}

function compareWithQuery(photo: number, queryHash: PhotoHash, offerHash: PhotoHash): OfferPhotoVerdict {
  const verdict = compareHashes(queryHash, offerHash)
  const isMatch = verdict.kind === 'same' || verdict.kind === 'probably'
  return isMatch && photo > 1 ? { ...verdict, photo } : verdict
}

function compareHashes(queryHash: PhotoHash, offerHash: PhotoHash): OfferPhotoVerdict {
  const { verdict, reasons, distance } = judgePhotos(queryHash, offerHash)
  return { kind: verdict, reasons, distance, method: offerHash.method }
}

function notChecked(why: NonNullable<OfferPhotoVerdict['why']>): OfferPhotoVerdict {
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
