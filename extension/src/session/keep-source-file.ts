import { inspectPicture, unsupportedFormat } from '@find-on-1688/shared'
import { storage } from 'wxt/utils/storage'
import { digestOf, jpegOf } from '../image/digest.ts'
import { dataUrlOf } from '../image/reduce.ts'
import type { SentPicture } from '../model/search.ts'

/** Of the ten megabytes that a session has, as a `data:` address two. */
const MOST_BYTES = 1_500_000
const HEADER_BYTES = 256 * 1024

/** SHA-256 in hex, media type and size of a file. */
export interface SourceFile {
  sha256: string
  type: string
  bytes: number
}

/** What the picture of the moment was made of. */
export interface StoredSourceFile extends SourceFile {
  /** SHA-256 of the JPEG that was made of it and sent, in hex. */
  sent: string
  /** Its own bytes as a `data:` address, where they are few enough. */
  dataUrl?: string
}

/** Ends with the browser session as `session:sent` does. A search that is made again with the same JPEG has it still. */
export const sourceFileItem = storage.defineItem<StoredSourceFile | null>('session:found', { fallback: null })

/** The type is told by the first bytes: not every host says it, or says what is so. */
export async function sourceFileOf(file: Blob): Promise<SourceFile> {
  const head = new Uint8Array(await file.slice(0, HEADER_BYTES).arrayBuffer())
  const kind = inspectPicture(head)?.kind ?? (unsupportedFormat(head) === 'svg' ? 'svg+xml' : undefined)
  const type = kind ? `image/${kind}` : file.type || 'application/octet-stream'
  return { sha256: await digestOf(file), type, bytes: file.size }
}

/**
 * Keeps what a picture was found as, in place of what was kept of the one before. Of a file that a person gave no more
 * than its digest is known here. Never fails: it is worth less than the search.
 */
export async function keepSourceFile(
  signal: AbortSignal,
  picture: SentPicture,
  found: Blob | SourceFile | undefined,
): Promise<void> {
  // What it was cut out of is there already.
  if (picture.how === 'part') return
  try {
    const value = found ? await foundAs(picture, found) : null
    if (!signal.aborted) await sourceFileItem.setValue(value)
  } catch {
    await sourceFileItem.removeValue().catch(() => {})
  }
}

async function foundAs(picture: SentPicture, found: Blob | SourceFile): Promise<StoredSourceFile> {
  const sent = await digestOf(await jpegOf(picture.dataUrl))
  if (!(found instanceof Blob)) return { ...found, sent }
  const file = await sourceFileOf(found)
  const isShown = file.bytes <= MOST_BYTES && file.type.startsWith('image/')
  return {
    ...file,
    sent,
    ...(isShown && { dataUrl: await dataUrlOf(new Blob([found], { type: file.type })) }),
  }
}
