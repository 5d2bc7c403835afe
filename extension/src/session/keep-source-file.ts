import { digestOf, jpegOf } from '../image/digest.ts'
import { dataUrlOf } from '../image/reduce.ts'
import { sourceFileOf } from '../image/source-file.ts'
import type { SentPicture, SourceFile, StoredSourceFile } from '../model/picture.ts'
import { sourceFileItem } from '../model/stored-items.ts'

/** Of the ten megabytes that a session has, as a `data:` address two. */
const MOST_BYTES = 1_500_000

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
