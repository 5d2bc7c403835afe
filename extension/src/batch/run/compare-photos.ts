import type { PhotoHash } from '@find-on-1688/shared'
import { browser } from 'wxt/browser'
import {
  getBatchAnswer,
  getBatchPicture,
  getBatchRows,
  getBatchRowsAt,
  saveBatchAnswer,
} from '../../db/batches.ts'
import { watchBatches } from '../../db/notify-batch.ts'
import { dataUrlOf } from '../../image/data-url.ts'
import type { BatchAnswer, BatchRow } from '../../model/batch.ts'
import type { PhotoHashes } from '../../photo-match/photo-hashes.ts'
import { arePhotosAllowed } from '../../photo-match/photo-host.ts'
import { readPhotoAs } from '../../photo-match/read-photo.ts'
import { judgeOffers } from '../../photo-match/verdicts.ts'
import { hashPicture } from '../pictures/off-thread.ts'
import { outcomeOf } from './outcome.ts'

/** The same offers come up for many rows. A hash takes about 2 kB. */
const MAX_HASHES = 2000

/** Of one batch, by how many views and runs it is wanted here. */
const comparing = new Map<string, { wanted: number; abort: AbortController }>()

/**
 * Compares the photos of a batch's offers with those of its rows, as its answers come in. Costs no search. Photos of a website that
 * is not allowed are compared once it is.
 *
 * @returns ends it
 */
export function keepComparing(batchId: string): () => void {
  const known = comparing.get(batchId)
  const own = known ?? { wanted: 0, abort: new AbortController() }
  own.wanted++
  if (!known) {
    comparing.set(batchId, own)
    // In one document only. What the database or the browser refuses is tried again in the next one.
    navigator.locks
      .request(`find-on-1688-photos-${batchId}`, { signal: own.abort.signal }, () =>
        new PhotoComparison(batchId, own.abort.signal).run(),
      )
      .catch(() => {})
  }
  return () => {
    own.wanted--
    if (own.wanted > 0) return
    own.abort.abort()
    comparing.delete(batchId)
  }
}

class PhotoComparison {
  readonly #batchId: string
  readonly #signal: AbortSignal
  readonly #hashes = hashesInMemory()
  /** Rows whose offers are not all compared, by their digest. */
  readonly #open = new Map<string, Set<number>>()
  /** Digests, with how many rows they were compared for. */
  readonly #tried = new Map<string, number>()
  #isRefused = false
  #changed = Promise.withResolvers<void>()

  constructor(batchId: string, signal: AbortSignal) {
    this.#batchId = batchId
    this.#signal = signal
  }

  async run(): Promise<void> {
    const wake = () => this.#changed.resolve()
    const retry = () => {
      this.#isRefused = false
      this.#tried.clear()
      wake()
    }
    const unwatch = watchBatches(({ batchId, indexes }) => {
      if (batchId !== this.#batchId || !indexes) return
      getBatchRowsAt(batchId, indexes).then((rows) => {
        this.#note(rows)
        wake()
      }, wake)
    })
    browser.permissions.onAdded.addListener(retry)
    this.#signal.addEventListener('abort', wake)
    try {
      this.#note(await getBatchRows(this.#batchId))
      while (!this.#signal.aborted) {
        const next = this.#next()
        if (next) await this.#compare(...next)
        else await this.#changed.promise
        this.#changed = Promise.withResolvers()
      }
    } finally {
      unwatch()
      browser.permissions.onAdded.removeListener(retry)
    }
  }

  #note(rows: readonly BatchRow[]): void {
    for (const { index, digest, outcome } of rows) {
      if (digest === null || !outcome) continue
      const open = this.#open.get(digest) ?? new Set()
      if (outcome.compared + (outcome.incomparable ?? 0) < outcome.offers) open.add(index)
      else open.delete(index)
      this.#open.set(digest, open)
    }
  }

  #next(): [digest: string, indexes: number[]] | undefined {
    if (this.#isRefused) return undefined
    for (const [digest, indexes] of this.#open)
      if (indexes.size > 0 && this.#tried.get(digest) !== indexes.size) return [digest, [...indexes]]
    return undefined
  }

  async #compare(digest: string, indexes: readonly number[]): Promise<void> {
    this.#tried.set(digest, indexes.length)
    const answer = await getBatchAnswer(this.#batchId, digest)
    const picture = await getBatchPicture(this.#batchId, digest)
    if (!answer || !picture) return
    const judged = { ...answer, verdicts: { ...answer.verdicts }, reasons: { ...answer.reasons } }
    const offers = answer.offers.filter(({ offerId }) => !answer.verdicts[offerId])
    let reached = 0
    await judgeOffers(
      {
        signal: this.#signal,
        queries: [await dataUrlOf(picture.jpeg)],
        offers,
        onVerdict(offerId, { kind, reasons, why }) {
          if (why !== 'unreachable') reached++
          if (kind === 'not-checked') return
          judged.verdicts[offerId] = kind
          if (reasons.length > 0) judged.reasons[offerId] = reasons
        },
      },
      {
        hashes: this.#hashes,
        readHash: (signal, address) => readPhotoAs(signal, address, hashPicture),
      },
    )
    if (this.#signal.aborted) return
    if (reached === 0 && offers.length > 0) this.#isRefused = !(await arePhotosAllowed(offers))
    if (Object.keys(judged.verdicts).length > 0) await this.#save(judged, indexes)
  }

  #save(answer: BatchAnswer, indexes: readonly number[]): Promise<void> {
    const outcome = outcomeOf(answer)
    return saveBatchAnswer(
      answer,
      indexes,
      (row) => (row.digest === answer.digest && row.state === 'done' ? { ...row, outcome } : row),
      0,
    )
  }
}

/** Thousands of photos are more than the session's storage of hashes is for. */
function hashesInMemory(): PhotoHashes {
  const known = new Map<string, PhotoHash>()
  return {
    get: async (address) => known.get(address),
    async add(address, hash) {
      // The row's own photo is compared once.
      if (address.startsWith('data:')) return
      if (known.size >= MAX_HASHES) known.delete(known.keys().next().value as string)
      known.set(address, hash)
    },
    flush: async () => {},
  }
}
