import { dataUrlOf } from '../image/data-url.ts'
import { digestOf, jpegOf, sourceFileOf } from '../image/digest.ts'
import type { SentPicture, SourceFile, StoredSourceFile } from '../model/picture.ts'
import { sourceFileItem } from '../model/stored-items.ts'

/** As a `data:` address this is 2 MB of the 10 MB that session storage holds. */
const MAX_BYTES = 1_500_000

/**
 * Stores the file that a picture was made from, in place of the one before. Of an uploaded file only the digest is known
 * here. Never fails: the search matters more.
 */
export async function saveSourceFile(
  signal: AbortSignal,
  picture: SentPicture,
  file: Blob | SourceFile | undefined,
): Promise<void> {
  // What it was cut out of is stored already.
  if (picture.how === 'part') return
  try {
    const value = file ? await storedFileOf(picture, file) : null
    if (!signal.aborted) await sourceFileItem.setValue(value)
  } catch {
    await sourceFileItem.removeValue().catch(() => {})
  }
}

async function storedFileOf(picture: SentPicture, file: Blob | SourceFile): Promise<StoredSourceFile> {
  const sent = await digestOf(await jpegOf(picture.dataUrl))
  if (!(file instanceof Blob)) return { ...file, sent }
  const described = await sourceFileOf(file)
  const isShown = described.bytes <= MAX_BYTES && described.type.startsWith('image/')
  return {
    ...described,
    sent,
    ...(isShown && { dataUrl: await dataUrlOf(new Blob([file], { type: described.type })) }),
  }
}
