import { createHash } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fdatasyncSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import type { PhotoVerdict } from '@find-on-1688/shared'
import type { BatchAnswer } from '../../extension/src/model/batch.ts'
import type { Failure } from '../../extension/src/model/failure.ts'
import { type FileLock, takeLock } from '../tools/lock.ts'
import { UsageError } from './arguments.ts'

const VERSION = 1
const LF = 10

/** What a search is made with besides the picture: answers of another query are no answers of this run. */
export type Query = Record<string, string | number>

export interface StoredAnswer extends Omit<BatchAnswer, 'batchId' | 'verdicts' | 'answer'> {
  searchId: string
  /** The proxy's signature over the offers; `null` if it signs nothing. */
  attestation: string | null
}

type Line =
  | { type: 'run'; version: number; query: Query }
  /** The picture of a file or an address was read: the JPEG with this digest is in the folder. */
  | { type: 'picture'; source: string; digest: string }
  /** Written before the request leaves: it may have been paid for from now on. */
  | { type: 'sent'; digest: string }
  | { type: 'answer'; digest: string; answer: StoredAnswer }
  /** 1688 or the proxy does not take this picture, however often it is sent. */
  | { type: 'refused'; digest: string; failure: Failure }
  | { type: 'verdicts'; digest: string; verdicts: Record<string, PhotoVerdict> }

/**
 * What a run has paid for, in a folder beside its output: lines of JSON that are only ever appended, and the JPEGs that were
 * sent. After any interruption the next run knows every answer that came, and sends what was under way again as it was, byte
 * by byte, which the proxy recognizes.
 */
export interface Journal {
  /** By file or address. */
  pictures: Map<string, string>
  /** By digest, like all below. */
  sent: Set<string>
  answers: Map<string, StoredAnswer>
  refused: Map<string, Failure>
  verdicts: Map<string, Record<string, PhotoVerdict>>
  /** How many lines could not be read: what they were about is done again. */
  unreadable: number
  /** `undefined` if it is not there, or not as it was sent. */
  readJpeg(digest: string): Buffer | undefined
  addPicture(source: string, digest: string, jpeg: Buffer): void
  addSent(digest: string): void
  addAnswer(digest: string, answer: StoredAnswer): void
  addRefused(digest: string, failure: Failure): void
  addVerdicts(digest: string, verdicts: Record<string, PhotoVerdict>): void
  close(): void
}

/**
 * Opens the journal for this process alone.
 *
 * @throws UsageError if another run has it open, or if it is one with another query
 */
export function openJournal(folder: string, query: Query): Journal {
  const pictureFolder = join(folder, 'pictures')
  mkdirSync(pictureFolder, { recursive: true })
  const lock = takeLock(join(folder, 'lock'))
  if (!lock) throw new UsageError(`Another run writes to ${folder}.`)
  try {
    return open(folder, pictureFolder, query, lock)
  } catch (error) {
    lock.close()
    throw error
  }
}

function open(folder: string, pictureFolder: string, query: Query, lock: FileLock): Journal {
  const file = join(folder, 'journal.jsonl')
  const text = existsSync(file) ? readFileSync(file) : Buffer.of()
  // A kill may leave half a line, which the next one must not be joined to.
  const whole = text.subarray(0, text.lastIndexOf('\n') + 1)
  const { lines, unreadable } = linesOf(whole)
  const first = lines[0]
  if (whole.length > 0 && (first?.type !== 'run' || first.version !== VERSION))
    throw new UsageError(`${file} is no journal that this version reads: delete its folder to begin anew.`)
  if (first?.type === 'run' && JSON.stringify(first.query) !== JSON.stringify(query))
    throw new UsageError(
      `${folder} is of a run with other options (${optionsOf(first.query)}): choose another --out, or delete it to pay for all searches again.`,
    )
  const appendTo = openSync(file, 'a')
  if (whole.length < text.length) ftruncateSync(appendTo, whole.length)
  const pathOf = (digest: string) => join(pictureFolder, `${digest}.jpg`)
  let size = whole.length
  const append = (line: Line) => {
    const bytes = Buffer.from(`${JSON.stringify(line)}\n`)
    try {
      // Unlike `writeSync`, which may write a part and return how much, it writes all or throws.
      writeFileSync(appendTo, bytes)
      fdatasyncSync(appendTo)
      size += bytes.length
    } catch (error) {
      // Another line must not be joined to half of this one.
      ftruncateSync(appendTo, size)
      throw error
    }
  }
  const readJpeg = (digest: string) => {
    const jpeg = existsSync(pathOf(digest)) ? readFileSync(pathOf(digest)) : undefined
    return jpeg && createHash('sha256').update(jpeg).digest('hex') === digest ? jpeg : undefined
  }
  const journal: Journal = {
    ...{ pictures: new Map(), sent: new Set(), answers: new Map(), refused: new Map(), verdicts: new Map() },
    unreadable,
    readJpeg,
    addPicture(source, digest, jpeg) {
      if (!readJpeg(digest)) writeWhole(pathOf(digest), jpeg)
      if (journal.pictures.get(source) === digest) return
      note(journal, { type: 'picture', source, digest }, append)
    },
    addSent: (digest) => note(journal, { type: 'sent', digest }, append),
    addAnswer: (digest, answer) => note(journal, { type: 'answer', digest, answer }, append),
    addRefused: (digest, failure) => note(journal, { type: 'refused', digest, failure }, append),
    addVerdicts: (digest, verdicts) => note(journal, { type: 'verdicts', digest, verdicts }, append),
    close: () => {
      closeSync(appendTo)
      lock.close()
    },
  }
  if (!first) append({ type: 'run', version: VERSION, query })
  for (const line of lines) note(journal, line)
  syncFolder(folder)
  return journal
}

/** The file first: what is not on the disk has not happened. */
function note(journal: Journal, line: Line, append: (line: Line) => void = () => {}): void {
  append(line)
  if (line.type === 'picture') journal.pictures.set(line.source, line.digest)
  else if (line.type === 'sent') journal.sent.add(line.digest)
  else if (line.type === 'answer') journal.answers.set(line.digest, line.answer)
  else if (line.type === 'refused') journal.refused.set(line.digest, line.failure)
  else if (line.type === 'verdicts') journal.verdicts.set(line.digest, line.verdicts)
}

/** Line by line: all together may be longer than a string can be. */
function linesOf(bytes: Buffer): { lines: Line[]; unreadable: number } {
  const lines: Line[] = []
  let unreadable = 0
  for (let start = 0, end = bytes.indexOf(LF); end >= 0; start = end + 1, end = bytes.indexOf(LF, start)) {
    try {
      const line: unknown = JSON.parse(bytes.toString('utf8', start, end))
      if (isLine(line)) lines.push(line)
      else unreadable++
    } catch {
      unreadable++
    }
  }
  return { lines, unreadable }
}

/** As far as whoever uses it relies on it. */
function isLine(line: unknown): line is Line {
  if (!isObject(line)) return false
  const { type, digest, source, query, answer, failure, verdicts } = line
  if (type === 'run') return isObject(query)
  if (typeof digest !== 'string') return false
  if (type === 'picture') return typeof source === 'string'
  if (type === 'sent') return true
  if (type === 'answer') return isAnswer(answer)
  if (type === 'refused') return isObject(failure) && typeof failure.code === 'string'
  return type === 'verdicts' && isObject(verdicts)
}

function isAnswer(answer: unknown): boolean {
  if (!isObject(answer)) return false
  const { digest, at, offers } = answer
  return (
    typeof digest === 'string' && typeof at === 'number' && Array.isArray(offers) && offers.every(isOffer)
  )
}

function isOffer(offer: unknown): boolean {
  if (!isObject(offer)) return false
  const { offerId, title, supplier, priceTiers } = offer
  return (
    [offerId, title].every((text) => typeof text === 'string') &&
    isObject(supplier) &&
    Array.isArray(priceTiers)
  )
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function optionsOf(query: Query): string {
  return Object.entries(query)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ')
}

/** It is there as a whole or not at all, even after a crash of the machine. */
export function writeWhole(file: string, content: Uint8Array | string): void {
  const unfinished = `${file}.${process.pid}.new`
  try {
    const descriptor = openSync(unfinished, 'w')
    try {
      // Unlike `writeSync`, it does not stop at a part where the disk gets full.
      writeFileSync(descriptor, content)
      fsyncSync(descriptor)
    } finally {
      closeSync(descriptor)
    }
    renameSync(unfinished, file)
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw error
  }
  syncFolder(dirname(file))
}

/** A new name is on the disk only then. Windows has no such thing. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const descriptor = openSync(folder, 'r')
  fsyncSync(descriptor)
  closeSync(descriptor)
}
