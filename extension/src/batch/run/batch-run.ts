import { getBatch, getBatchRows, getBatchRowsAt } from '../../db/batches.ts'
import { watchBatches } from '../../db/notify-batch.ts'
import type { BatchRow } from '../../model/batch.ts'
import type { Failure, FailureCode } from '../../model/failure.ts'
import { readAddress } from '../pictures/read-address.ts'
import { withoutFile } from '../pictures/read-files.ts'
import { recoverUnread } from '../pictures/recover-unread.ts'
import { failRows, storageFailureOf, storePicture } from '../pictures/row-picture.ts'
import {
  claim,
  endBatch,
  failSearch,
  noteWait,
  pauseAtBudget,
  pauseBatch,
  recoverRows,
  returnSearch,
  saveAnswer,
} from './claim.ts'
import { mayBeUnderWay, reactionTo, waitBefore } from './retries.ts'
import { searchPicture } from './search-picture.ts'

/** What one client may have waiting in the worker's queue. */
const MAX_SEARCHES = 3
const MAX_READING = 4
/** Pictures that are read before their turn, so that no search waits for a slow website. */
const MAX_READ_AHEAD = 24
/** What has been sent may have been paid, so nothing ends it. */
const UNENDED = new AbortController().signal
/** A shorter wait is not worth a word. */
const NOTED_WAIT_MS = 3000

/** Runs one batch until nothing is left of it, or it is paused. There is one at a time: see `runner.ts`. */
export class BatchRun {
  readonly #batchId: string
  readonly #abort = new AbortController()
  readonly #rows = new Map<number, BatchRow>()
  /** Digests that are being searched, and addresses that are being read. */
  readonly #searching = new Set<string>()
  readonly #reading = new Set<string>()
  /** Before all rows are known, nothing can be said of them. */
  #areRowsKnown = false
  #isOverBudget = false
  #isWaiting = false
  #inARow = { code: '' as FailureCode | '', count: 0 }
  readonly #ended = Promise.withResolvers<void>()

  constructor(batchId: string) {
    this.#batchId = batchId
    // It may fail before it is awaited.
    this.#ended.promise.catch(() => {})
  }

  /** @throws StorageFullError, StorageClosedError if not even that it paused can be saved */
  async run(): Promise<void> {
    const unwatch = watchBatches(({ batchId, indexes }) => {
      if (batchId === this.#batchId) this.#refresh(indexes).catch((error) => this.#giveUp(error))
    })
    const stopRecovering = recoverUnread(this.#batchId, (error) => this.#giveUp(error))
    try {
      await this.#recover()
      this.#pump()
      await this.#ended.promise
    } finally {
      this.#abort.abort()
      stopRecovering()
      unwatch()
    }
  }

  async #recover(): Promise<void> {
    const rows = await getBatchRows(this.#batchId)
    const left = rows.filter(({ state }) => state === 'searching')
    await recoverRows(
      this.#batchId,
      left.map(({ index }) => index),
    )
    // Of a document that is gone.
    await noteWait(this.#batchId, undefined)
    for (const row of await getBatchRows(this.#batchId)) this.#rows.set(row.index, row)
    this.#areRowsKnown = true
  }

  /** What any document has changed. */
  async #refresh(indexes: readonly number[] | undefined): Promise<void> {
    if (indexes) {
      for (const row of await getBatchRowsAt(this.#batchId, indexes)) this.#rows.set(row.index, row)
    } else {
      const batch = await getBatch(this.#batchId)
      this.#isOverBudget = false
      if (batch?.state !== 'running') return this.#stop()
    }
    this.#pump()
  }

  /** Starts whatever can be started now. */
  #pump(): void {
    if (!this.#areRowsKnown) return
    const isFull = this.#searching.size >= MAX_SEARCHES && this.#reading.size >= MAX_READING
    if (!this.#abort.signal.aborted && !isFull) this.#start()
    this.#endIfIdle()
  }

  #start(): void {
    const waiting = [...this.#rows.values()].filter(({ state }) => state === 'waiting')
    const ready = Map.groupBy(
      waiting.filter(({ digest }) => digest !== null),
      ({ digest }) => digest ?? '',
    )
    const unread = Map.groupBy(
      waiting.filter(({ digest }) => digest === null),
      pictureKey,
    )
    for (const [digest, rows] of ready)
      if (!this.#isOverBudget && this.#searching.size < MAX_SEARCHES && !this.#searching.has(digest))
        this.#track(this.#searching, digest, () => this.#search(digest, rows))
    for (const [key, rows] of unread)
      if (ready.size < MAX_READ_AHEAD && this.#reading.size < MAX_READING && !this.#reading.has(key))
        this.#track(this.#reading, key, () => this.#read(rows))
  }

  #track(set: Set<string>, key: string, work: () => Promise<void>): void {
    set.add(key)
    work()
      .catch((error) => this.#giveUp(error))
      .finally(() => {
        set.delete(key)
        this.#pump()
      })
  }

  async #read(rows: readonly BatchRow[]): Promise<void> {
    const indexes = rows.map(({ index }) => index)
    const { signal } = this.#abort
    const picture = rows[0]?.picture
    if (picture?.kind === 'address')
      await storePicture(signal, this.#batchId, { indexes, read: () => readAddress(signal, picture.address) })
    // A dropped file is gone with the document that it was dropped on.
    else if (picture?.kind === 'file') await failRows(this.#batchId, rows, () => withoutFile(picture.name))
    else await failRows(this.#batchId, rows, () => ({ code: 'no_picture_named' }))
    await this.#refresh(indexes)
  }

  async #search(digest: string, rows: readonly BatchRow[]): Promise<void> {
    const indexes = rows.map(({ index }) => index)
    const claimed = await claim(this.#batchId, digest, indexes)
    if (claimed === 'over_budget') this.#isOverBudget = true
    if (claimed === 'stopped') this.#stop()
    if (claimed === 'first' || claimed === 'again') await this.#send(digest, indexes, claimed === 'again')
    await this.#refresh(indexes)
  }

  async #send(digest: string, indexes: readonly number[], wasSent: boolean): Promise<void> {
    let mayBePaid = wasSent
    for (let attempt = 1; ; attempt++) {
      try {
        // Not ended by a pause: what has left is paid, and its answer is saved.
        const { answer, cached } = await searchPicture(UNENDED, this.#batchId, digest)
        // What the worker had may be the answer to the same search, sent before and paid.
        await saveAnswer(answer, indexes, cached && !mayBePaid ? -1 : 0)
        this.#inARow = { code: '', count: 0 }
        return await this.#endWait()
      } catch (error) {
        const failure = storageFailureOf(error)
        if (!(await this.#isRepeated(digest, indexes, failure, attempt, mayBePaid))) return
        mayBePaid ||= mayBeUnderWay(failure.code)
      }
    }
  }

  async #isRepeated(
    digest: string,
    indexes: readonly number[],
    failure: Failure,
    attempt: number,
    mayBePaid: boolean,
  ): Promise<boolean> {
    const { code } = failure
    const before = this.#inARow.code === code ? this.#inARow.count : 0
    const reaction = reactionTo(code, attempt, before)
    if (reaction === 'repeat') await this.#wait(failure, waitBefore(attempt, failure.retryAfterMs))
    if (reaction === 'repeat' && !this.#abort.signal.aborted) return true
    if (reaction === 'pause' || reaction === 'repeat') {
      await returnSearch(this.#batchId, digest, indexes, code, mayBePaid)
    } else {
      this.#inARow = { code, count: before + 1 }
      await failSearch(this.#batchId, digest, indexes, failure, mayBePaid)
    }
    if (reaction.endsWith('pause')) await this.#pause(failure)
    return false
  }

  /** Ends early if the batch is paused, or this machine is online again. */
  async #wait(failure: Failure, waitMs: number): Promise<void> {
    if (waitMs >= NOTED_WAIT_MS) {
      this.#isWaiting = true
      await noteWait(this.#batchId, { failure })
    }
    await new Promise<unknown>((resolve) => {
      const timer = setTimeout(resolve, waitMs)
      const wake = () => {
        clearTimeout(timer)
        resolve(undefined)
      }
      if (this.#abort.signal.aborted) wake()
      this.#abort.signal.addEventListener('abort', wake)
      if (failure.code === 'offline') globalThis.addEventListener('online', wake, { once: true })
    })
  }

  async #endWait(): Promise<void> {
    if (!this.#isWaiting) return
    this.#isWaiting = false
    await noteWait(this.#batchId, undefined)
  }

  async #pause(failure: Failure): Promise<void> {
    await pauseBatch(this.#batchId, failure)
    this.#stop()
  }

  async #pauseAtBudget(): Promise<void> {
    if (await pauseAtBudget(this.#batchId)) return this.#stop()
    this.#isOverBudget = false
    this.#pump()
  }

  /** What is under way still ends; its outcome is saved. */
  #stop(): void {
    this.#abort.abort()
    this.#endIfIdle()
  }

  #endIfIdle(): void {
    if (this.#searching.size > 0 || this.#reading.size > 0) return
    const states = new Set([...this.#rows.values()].map(({ state }) => state))
    if (this.#abort.signal.aborted) this.#ended.resolve()
    else if (states.has('waiting') && this.#isOverBudget) this.#finally(this.#pauseAtBudget())
    else if (!states.has('waiting') && !states.has('reading') && !states.has('searching'))
      this.#finally(this.#end())
  }

  async #end(): Promise<void> {
    const indexes = [...this.#rows.keys()]
    if (await endBatch(this.#batchId, indexes)) this.#stop()
    else await this.#refresh(indexes)
  }

  #finally(work: Promise<void>): void {
    work.catch((error) => this.#giveUp(error))
  }

  /** The database fails, or there is a bug of ours: neither may it go on unseen, nor begin anew again and again. */
  #giveUp(error: unknown): void {
    if (this.#abort.signal.aborted) return
    this.#abort.abort()
    pauseBatch(this.#batchId, storageFailureOf(error)).then(() => this.#endIfIdle(), this.#ended.reject)
  }
}

/** Of a row whose picture is still to be read; rows with the same one are read once. */
function pictureKey({ index, picture }: BatchRow): string {
  return picture.kind === 'address' ? picture.address : `${index}`
}
