import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { RowFailure, RowPicture } from '../../extension/src/model/batch.ts'
import { failureOf } from '../../extension/src/model/failure.ts'
import { AddressError, fetchPicture } from './addresses/fetch-picture.ts'
import { PictureError, pictureFiles } from './files.ts'
import type { Journal } from './journal.ts'
import { reduce } from './reduce.ts'

const MAX_FILE_BYTES = 40 * 1024 * 1024

/** No fault of the picture: the disk is full, and the run ends. */
class NotWritten extends Error {}

export interface PictureReader {
  /**
   * The digest of the JPEG to send, which is in the journal then.
   *
   * @throws PictureError; the signal's reason; what the journal threw
   */
  read(signal: AbortSignal, picture: RowPicture): Promise<string>
}

export interface PictureOptions {
  /** Where the files are. */
  folder: string
  /** Pictures that lie in the workbook itself, by the names that its rows have for them. */
  embedded?: ReadonlyMap<string, Blob>
  journal: Journal
  maxBytes: number
  fetch?: typeof fetchPicture
  /** Told what cannot be looked at. */
  warn?: (sentence: string) => void
}

/** Reads each file or address once, over all runs with the same journal; a file again if it has changed. */
export function pictureReader({
  folder,
  embedded,
  journal,
  maxBytes,
  fetch = fetchPicture,
  warn = () => {},
}: PictureOptions): PictureReader {
  const files = pictureFiles(folder, warn)
  const reading = new Map<string, Promise<string>>()
  const readNew = async (source: string, bytesOf: () => Promise<Buffer>) => {
    const known = journal.pictures.get(source)
    if (known && (journal.answers.has(known) || journal.readJpeg(known))) return known
    const { jpeg, emptiness } = await reduce(await bytesOf(), maxBytes)
    if (emptiness) throw new PictureError({ code: 'picture_empty' })
    const digest = sha256(jpeg)
    try {
      journal.addPicture(source, digest, jpeg)
    } catch (cause) {
      throw new NotWritten('a picture cannot be written to the journal', { cause })
    }
    return digest
  }
  const readOnce = (source: string, bytesOf: () => Promise<Buffer>) => {
    const started = reading.get(source) ?? readNew(source, bytesOf)
    reading.set(source, started)
    return started
  }
  return {
    async read(signal, picture) {
      try {
        if (picture.kind === 'none') throw new PictureError({ code: 'no_picture_named' })
        if (picture.kind === 'address')
          return await readOnce(picture.address, () => fetch(signal, picture.address))
        const inside = embedded?.get(picture.name)
        if (inside) {
          const bytes = Buffer.from(await inside.arrayBuffer())
          return await readOnce(`bytes ${sha256(bytes)}`, async () => bytes)
        }
        const file = await files.find(picture.name)
        const { size, mtimeMs } = await statOf(file)
        return await readOnce(`${file} ${size} ${mtimeMs}`, () => readFile(file))
      } catch (error) {
        signal.throwIfAborted()
        if (error instanceof NotWritten) throw error.cause
        throw asPictureError(error)
      }
    },
  }
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}

async function statOf(file: string): Promise<{ size: number; mtimeMs: number }> {
  const found = await stat(file).catch(() => undefined)
  if (!found?.isFile()) throw new PictureError({ code: 'file_missing', detail: basename(file) })
  if (found.size > MAX_FILE_BYTES) throw new PictureError({ code: 'picture_too_large' })
  return found
}

function asPictureError(error: unknown): PictureError {
  if (error instanceof PictureError) return error
  if (error instanceof AddressError) {
    const { code, message: detail } = error
    return new PictureError({ code, detail } as RowFailure)
  }
  return new PictureError(failureOf(error))
}
