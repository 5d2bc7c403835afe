import { LIMITS, type Mode, type PhotoVerdict, type SearchAnswer } from '@find-on-1688/shared'
import { limitConcurrency } from '../../extension/src/async/limit-concurrency.ts'
import { outcomeOf } from '../../extension/src/batch/run/outcome.ts'
import type { BatchRow, RowFailure } from '../../extension/src/model/batch.ts'
import type { Settings } from './arguments.ts'
import { PictureError } from './files.ts'
import type { Journal, Query, StoredAnswer } from './journal.ts'
import type { PictureReader } from './pictures.ts'
import {
  abortableWait,
  SearchError,
  type SearchOptions,
  type SearchRun,
  StopError,
  type StopReason,
  search,
} from './search.ts'
import { slots } from './slots.ts'

/** As many keep the worker's queue for one client full. */
const SEARCHES_AT_ONCE = 3
/** Rows whose picture is read, searched or compared: enough for slow hosts not to hold up the searches. */
const ROWS_AT_ONCE = 12

export type Judge = (
  signal: AbortSignal,
  jpeg: Buffer,
  offers: StoredAnswer['offers'],
) => Promise<Record<string, PhotoVerdict>>

export interface RunInput {
  settings: Pick<Settings, 'worker' | 'clientKey' | 'budget' | 'mode'>
  rows: BatchRow[]
  journal: Journal
  pictures: PictureReader
  /** Missing where nobody wants the offers' photos to be read. */
  judge?: Judge | undefined
  /** The row is done or has failed; called once for each. */
  onRow(row: BatchRow): void
  search?: SearchOptions
}

export interface RunResult {
  /** Searches of the day, at most: those whose answers were not in the worker's cache. */
  searches: number
  /** Why it ended before the last row. */
  stopped?: StopReason
}

/** As the extension's first page, so that each finds the other's answers in the worker's cache. */
export function queryOf(mode: Mode): Query {
  return { mode, page: 1, pageSize: LIMITS.defaultPageSize, language: 'en' }
}

/**
 * Searches for the rows' pictures, each once, and writes into the rows what came of it. Ends early, without an error, if no
 * search can succeed any more; what is under way is waited for, and the other rows are `waiting` then.
 *
 * @throws the signal's reason
 */
export async function run(signal: AbortSignal, input: RunInput): Promise<RunResult> {
  const { rows, pictures, journal, onRow } = input
  const result: RunResult = { searches: 0 }
  const stop = new AbortController()
  const onStop = (reason: StopReason) => {
    result.stopped ??= reason
    stop.abort()
  }
  const answerOf = searcher(signal, stop.signal, input, { result, onStop })
  await limitConcurrency(AbortSignal.any([signal, stop.signal]), ROWS_AT_ONCE, rows, async (row) => {
    try {
      if (row.state === 'failed') return onRow(row)
      row.digest = await pictures.read(signal, row.picture)
      const answer = await answerOf(row.digest)
      row.outcome = outcomeOf({ ...answer, verdicts: journal.verdicts.get(row.digest) ?? {} })
      row.state = 'done'
    } catch (error) {
      if (signal.aborted) return
      if (error instanceof StopError) return onStop(error.failure)
      row.state = 'failed'
      row.failure = failureOf(error)
    }
    onRow(row)
  })
  signal.throwIfAborted()
  return result
}

function failureOf(error: unknown): RowFailure {
  if (error instanceof PictureError || error instanceof SearchError) return error.failure
  throw error
}

/** From the journal or by a search; asked for a picture twice, it searches once. */
function searcher(
  signal: AbortSignal,
  stopped: AbortSignal,
  input: RunInput,
  { result, onStop }: { result: RunResult; onStop: SearchRun['onStop'] },
) {
  const { settings, journal, judge } = input
  const inSlot = slots(SEARCHES_AT_ONCE)
  const asked = new Map<string, Promise<StoredAnswer>>()
  const wait = input.search?.wait ?? abortableWait
  const options: SearchOptions = {
    ...input.search,
    // Who waits for room need not, once the run ends.
    wait: (_, ms) => wait(AbortSignal.any([signal, stopped]), ms).catch(endWithRun),
  }
  const counted = new Set<string>()
  const failing: SearchRun['failing'] = { code: undefined, inARow: 0 }
  let underWay = 0

  async function searched(digest: string): Promise<StoredAnswer> {
    endWithRun()
    if (settings.budget !== null && result.searches + underWay >= settings.budget)
      throw new StopError({ code: 'budget' })
    const jpeg = jpegOf(journal, digest)
    const run: SearchRun = {
      failing,
      onSend: () => journal.sent.has(digest) || journal.addSent(digest),
      onCounted: () => {
        counted.add(digest)
        result.searches = counted.size
      },
      onStop,
    }
    underWay++
    try {
      const answer = await search(signal, settings, jpeg, queryOf(settings.mode), run, options)
      const stored = storedAnswer(digest, answer)
      journal.addAnswer(digest, stored)
      return stored
    } catch (error) {
      if (error instanceof SearchError && error.isFinal) journal.addRefused(digest, error.failure)
      throw error
    } finally {
      underWay--
    }
  }

  function endWithRun(): void {
    signal.throwIfAborted()
    if (stopped.aborted) throw new StopError(result.stopped ?? { code: 'interrupted' })
  }

  async function compared(digest: string): Promise<StoredAnswer> {
    const refused = journal.refused.get(digest)
    if (refused) throw new SearchError(refused)
    const answer = journal.answers.get(digest) ?? (await inSlot(() => searched(digest)))
    if (judge && !journal.verdicts.has(digest))
      journal.addVerdicts(digest, await judge(signal, jpegOf(journal, digest), answer.offers))
    return answer
  }

  return (digest: string): Promise<StoredAnswer> => {
    const started = asked.get(digest) ?? compared(digest)
    asked.set(digest, started)
    return started
  }
}

function jpegOf(journal: Journal, digest: string): Buffer {
  const jpeg = journal.readJpeg(digest)
  if (!jpeg)
    throw new PictureError({ code: 'picture_unreadable', detail: 'its JPEG is gone from the journal' })
  return jpeg
}

function storedAnswer(digest: string, answer: SearchAnswer): StoredAnswer {
  const { searchId, provider, total, offers, notes, attestation = null } = answer
  return { digest, at: Date.now(), searchId, provider, total, offers, notes, attestation }
}
