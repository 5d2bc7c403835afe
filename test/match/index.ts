import { statSync } from 'node:fs'
import { dirname } from 'node:path'
import { PLATFORM_PICTURE_BYTES } from '@find-on-1688/shared'
import { en } from '../../extension/src/i18n/en.ts'
import type { BatchRow } from '../../extension/src/model/batch.ts'
import { isOfProxy } from '../../extension/src/model/failure.ts'
import type { fetchPicture } from './addresses/fetch-picture.ts'
import { HELP, readArguments, type Settings, UsageError } from './arguments.ts'
import { earlierOutput, keepCopy, takeOver } from './earlier-output.ts'
import { JOURNAL_SUFFIX } from './files.ts'
import { pictureFolder, readInput } from './input.ts'
import { type Journal, openJournal } from './journal.ts'
import { photoJudge } from './judge.ts'
import { outputOf } from './output.ts'
import { pictureReader } from './pictures.ts'
import { showProgress } from './progress.ts'
import { askProxy } from './proxy.ts'
import { queryOf, type RunResult, run } from './run.ts'
import { StopError, type StopReason } from './search.ts'

const EXIT = { done: 0, someFailed: 1, usage: 2, stopped: 3, interrupted: 130 } as const

export interface Surroundings {
  environment: NodeJS.ProcessEnv
  /** What relative paths start from. */
  folder: string
  isTerminal: boolean
  print(line: string): void
  /** To the person beside the output; text without a line break of its own. */
  tell(text: string): void
  fetch?: typeof fetchPicture
}

/** The whole command. Resolves to its exit code. */
export async function match(signal: AbortSignal, args: string[], io: Surroundings): Promise<number> {
  try {
    const settings = readArguments(args, io.environment, io.folder)
    if (settings === 'help') {
      io.print(HELP)
      return EXIT.done
    }
    return await matchList(signal, settings, io)
  } catch (error) {
    if (signal.aborted) return EXIT.interrupted
    if (error instanceof StopError) {
      io.tell(`${sentenceFor(error.failure)}\n`)
      return stopCodeOf(error.failure)
    }
    if (error instanceof UsageError) io.tell(`${error.message} (--help lists the options.)\n`)
    else if (isOfFileSystem(error)) io.tell(`${error.message}\nSet that right first. ${GOES_ON}\n`)
    else
      io.tell(
        `${(error as Error).stack}\nThis is a fault of the program. What was searched is kept in the journal.\n`,
      )
    return EXIT.usage
  }
}

const GOES_ON = 'Run the same command again to go on: nothing is searched twice.'

/** A full disk, a file that another program has open, a folder that may not be written to. */
function isOfFileSystem(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error
}

async function matchList(signal: AbortSignal, settings: Settings, io: Surroundings): Promise<number> {
  if (!statSync(dirname(settings.out), { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError(`There is no folder ${dirname(settings.out)} for --out.`)
  if (statSync(settings.out, { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError(`${settings.out} is a folder, and no file to write.`)
  if (isSameFile(settings.input, settings.out))
    throw new UsageError('--out would overwrite --input, by another path: choose another name.')
  const { batch, rows, embedded, columns, warnings, unread } = await readInput(settings)
  if (columns) io.tell(`${columns}\n`)
  for (const warning of warnings) io.tell(`${warning}\n`)
  await earlierOutput(settings)
  const journal = openJournal(settings.out + JOURNAL_SUFFIX, queryOf(settings.mode))
  try {
    if (journal.unreadable > 0)
      io.tell(
        `${journal.unreadable} lines of the journal cannot be read: what they were about is done again.\n`,
      )
    const { health, usage, rates } = await askProxy(signal, settings)
    const output = outputOf({ settings, batch, journal, rates })
    io.tell(`${planOf(rows, journal, usage.dailySearches)}\n`)
    const known = new Set(journal.answers.keys())
    const progress = showProgress({ rows: rows.length, isTerminal: io.isTerminal, write: io.tell })
    const onRow = (row: BatchRow) => {
      progress.add(row.state === 'failed', row.state === 'done' && !known.has(row.digest ?? ''))
      if (settings.json) io.print(output.lineOf(row))
    }
    const pictures = pictureReader({
      folder: pictureFolder(settings, batch.from === 'files'),
      embedded,
      journal,
      maxBytes: PLATFORM_PICTURE_BYTES[health.provider],
      // Not into the line of the progress.
      warn: (sentence) => io.tell(`${io.isTerminal ? '\n' : ''}${sentence}\n`),
      ...(io.fetch && { fetch: io.fetch }),
    })
    const judge = settings.images ? photoJudge(io.fetch) : undefined
    const result = await run(signal, { settings, rows, journal, pictures, judge, onRow }).catch(
      (error: unknown) => {
        if (signal.aborted) return undefined
        throw error
      },
    )
    progress.end()
    // Read only now: a person may decide in it while this runs.
    const written = await earlierOutput(settings)
    const lost = written ? takeOver({ batch, rows }, written, journal) : []
    if (lost.length > 0) io.tell(`${keptSentence(settings.out, keepCopy(settings.out), lost)}\n`)
    await output.write(rows)
    for (const line of summaryOf(rows, settings, result)) io.tell(`${line}\n`)
    return exitCodeOf(rows, result, unread)
  } finally {
    journal.close()
  }
}

function keptSentence(out: string, copy: string, lost: string[]): string {
  const some = lost.slice(0, NAMED).join(', ')
  const more = lost.length > NAMED ? ` and ${lost.length - NAMED} more` : ''
  return `What was written into ${out} (${some}${more}) belongs to no row or cannot be read: the file as it was is now ${copy}`
}

/** More would be a page of them. */
const NAMED = 10

/** Links, and systems that ignore case, give a file other paths. */
function isSameFile(one: string, other: string): boolean {
  const [a, b] = [one, other].map((path) => statSync(path, { bigint: true, throwIfNoEntry: false }))
  return a !== undefined && a.dev === b?.dev && a.ino === b.ino
}

function planOf(rows: BatchRow[], journal: Journal, { limit, used }: { limit: number | null; used: number }) {
  const left = limit === null ? 'no daily limit' : `${Math.max(0, limit - used)} searches left today`
  const known = journal.answers.size
  return `${rows.length} rows${known > 0 ? `, ${known} answers known from the journal` : ''}; ${left}`
}

/** What nobody sets right by waiting, nor by running it again. */
const NOT_SET_UP: readonly StopReason['code'][] = [
  'unauthorized',
  'not_configured',
  'not_supported',
  'proxy_bad_answer',
  'upstream_signature_rejected',
  'upstream_unauthorized',
  'upstream_access_denied',
]

function stopCodeOf({ code }: StopReason): number {
  return NOT_SET_UP.includes(code) ? EXIT.usage : EXIT.stopped
}

/** @param result missing if it was interrupted */
function exitCodeOf(rows: BatchRow[], result: RunResult | undefined, unreadDecisions: number): number {
  if (!result) return EXIT.interrupted
  if (result.stopped) return stopCodeOf(result.stopped)
  const hasFailed = rows.some(({ state }) => state === 'failed')
  return hasFailed || unreadDecisions > 0 ? EXIT.someFailed : EXIT.done
}

function summaryOf(rows: BatchRow[], { out }: Settings, result: RunResult | undefined): string[] {
  const count = (state: BatchRow['state']) => rows.filter((row) => row.state === state).length
  const [done, failed, waiting] = [count('done'), count('failed'), count('waiting')]
  const lines = [`${done} done, ${failed} failed, ${waiting} left; written to ${out}`]
  if (result) lines.push(`${result.searches} searches of the day at most`)
  if (result?.stopped) lines.push(sentenceFor(result.stopped))
  if (waiting > 0) lines.push(GOES_ON)
  return lines
}

/** Of those that are not told to a person in a browser, or otherwise there. */
const SENTENCES: Partial<Record<StopReason['code'], string>> = {
  budget: 'Stopped at --budget.',
  unauthorized: 'The proxy refuses the key in FIND_ON_1688.',
}

function sentenceFor(reason: StopReason): string {
  if (reason.code === 'budget') return `${SENTENCES.budget}`
  // The client says where, and why.
  if (isOfProxy(reason) && reason.detail) return reason.detail
  const { title } = en.failures[reason.code]
  return `${SENTENCES[reason.code] ?? title}${reason.detail ? ` (${reason.detail})` : ''}`
}
