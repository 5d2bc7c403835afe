import type { VisibleBox } from '../model/box.ts'
import { AppError, fail } from '../model/failure.ts'
import type { AcquiredBy, SentPicture, Source } from '../model/picture.ts'
import { callPageScript } from './call-page-script.ts'
import { type Capture, capture } from './capture.ts'
import { fetchPicture } from './fetch.ts'
import { reduce } from './reduce.ts'
import { isLargerVersion, seenIn } from './versions.ts'

/** For all versions that may be larger, together. */
const LARGER_TIMEOUT_MS = 12_000

/**
 * The picture, ready to be sent, by the first strategy that works: its own bytes, in the largest version that can be
 * read; a screenshot.
 *
 * @param onFound is called with the bytes that it was made from, unless that was a screenshot
 * @throws AppError `picture_unreadable` if no strategy works, `picture_not_loaded` if what is shown only stands in for it,
 *   or what is wrong with its bytes
 */
export async function acquirePicture(
  signal: AbortSignal,
  source: Source,
  maxBytes: number,
  onFound: (bytes: Blob) => void = () => {},
  mayCapture = !source.pending,
): Promise<SentPicture> {
  let why: unknown
  for (const strategy of mayCapture ? [readLargest, captured] : [readLargest]) {
    try {
      const read = await strategy(signal, source, maxBytes)
      signal.throwIfAborted()
      if (read?.found) onFound(read.found)
      if (read) return read.picture
    } catch (error) {
      if (signal.aborted) throw error
      // What is wrong with the picture says more than that a strategy did not work.
      if (!isUnreadable(error)) why ??= error
    }
  }
  throw why ?? new AppError({ code: source.pending ? 'picture_not_loaded' : 'picture_unreadable' })
}

function isUnreadable(error: unknown): boolean {
  return !(error instanceof AppError) || error.failure.code === 'picture_unreadable'
}

interface Read {
  picture: SentPicture
  found?: Blob
}

type Strategy = (signal: AbortSignal, source: Source, maxBytes: number) => Promise<Read | undefined>

/** The ways to read an address: the extension's, and the page's, which may read its own origin and `blob:`. */
const READERS: [AcquiredBy, (signal: AbortSignal, source: Source, address: string) => Promise<Blob>][] = [
  ['original', (signal, _, address) => fetchPicture(signal, address)],
  ['page', (_, source, address) => readByPage(source, address)],
]

const readLargest: Strategy = (signal, source, maxBytes) =>
  largestOf(signal, source, (how, found) => reducedOf(how, found, source, maxBytes))

/**
 * The bytes of a picture in a page, as `acquirePicture` chooses them, never of a screenshot.
 *
 * @throws AppError `picture_unreadable`
 */
export function readPagePicture(signal: AbortSignal, source: Source): Promise<Blob> {
  return largestOf(signal, source, async (_, found) => found)
}

/** What is made of the largest version that can be read and shows what is seen; without any, of the shown one. */
async function largestOf<T>(
  signal: AbortSignal,
  source: Source,
  make: (how: AcquiredBy, found: Blob) => Promise<T>,
): Promise<T> {
  const { addresses, larger = [], shown: size, placement } = source
  const shown = addresses.at(-1)
  if (!shown) return make('page', await readByPage(source))
  const inTime = AbortSignal.any([signal, AbortSignal.timeout(LARGER_TIMEOUT_MS)])
  const seen = larger.length > 0 ? shownBytes(signal, source, shown).then(seenIn) : undefined
  for (const { address, isSameFile } of larger)
    for (const [how, read] of READERS) {
      if (inTime.aborted) break
      try {
        const found = await read(inTime, source, address)
        if (!(await isLargerVersion(found, isSameFile, await seen, size, Boolean(placement)))) break
        return await make(how, found)
      } catch {
        signal.throwIfAborted()
      }
    }
  let why: unknown
  for (const [how, read] of READERS)
    try {
      return await make(how, await read(signal, source, shown))
    } catch (error) {
      signal.throwIfAborted()
      if (!isUnreadable(error)) why ??= error
    }
  throw why ?? new AppError({ code: 'picture_unreadable' })
}

/** `undefined` if it cannot be read. */
async function shownBytes(signal: AbortSignal, source: Source, shown: string): Promise<Blob | undefined> {
  for (const [, read] of READERS) {
    const bytes = await read(signal, source, shown).catch(() => undefined)
    if (bytes) return bytes
  }
  return undefined
}

/** @param address none for what is drawn in the page: a canvas, a video */
async function readByPage(source: Source, address?: string): Promise<Blob> {
  const { pictureId } = source
  const url = pictureId === undefined ? undefined : await callPageScript(source, 'read', pictureId, address)
  return url ? (await fetch(url)).blob() : fail('picture_unreadable')
}

/** What the screen shows where the picture is. */
export async function acquireFromScreen(
  signal: AbortSignal,
  source: Source,
  maxBytes: number,
): Promise<SentPicture | undefined> {
  return (await captured(signal, source, maxBytes))?.picture
}

const captured: Strategy = async (_, source, maxBytes) => {
  const shot = await screenshotOf(source)
  if (!shot) return undefined
  const reduced = await reduce(shot.picture, maxBytes, shot.cropFor)
  const picture = { ...done(shot.how, reduced), partly: shot.partly }
  return { picture, ...(source.screen && { found: shot.picture }) }
}

/** Cropped to what there is. */
const WHOLE: VisibleBox = {
  x: 0,
  y: 0,
  width: 1,
  height: 1e6,
  partly: false,
  viewportWidth: 1,
  viewportHeight: 1,
}

async function screenshotOf(source: Source): Promise<(Capture & { how: AcquiredBy }) | undefined> {
  const { pictureId, area, screen, frameUrl, tabId, frameId } = source
  if (screen) return named('area', await capture(source, async () => WHOLE))
  if (area) return named('area', await capture(source, async () => area))
  const ofPicture =
    pictureId !== undefined &&
    (await capture(source, () => callPageScript(source, 'visibleBox', pictureId), {
      show: () => callPageScript(source, 'reveal', pictureId),
      hide: () => callPageScript(source, 'conceal'),
    }))
  if (ofPicture) return named('capture', ofPicture)
  if (!frameUrl) return undefined
  // Also for a picture in a frame that lies within one that cannot be entered.
  const place = async () => {
    const top = { tabId, frameId: 0 }
    const box = await callPageScript(top, 'visibleBoxOfFrame', frameUrl, frameId).catch(() => undefined)
    if (box && !isWholeTab(box)) return box
    // A picture that has an address may still be read once its host is granted.
    return source.addresses.some((address) => /^http/.test(address)) ? undefined : fail('page_closed')
  }
  return named('frame', await capture(source, place))
}

/** Such as a viewer of documents: what the user meant is a small part of it. */
function isWholeTab({ width, height, viewportWidth, viewportHeight }: VisibleBox): boolean {
  return width * height > 0.75 * viewportWidth * viewportHeight
}

function named(how: AcquiredBy, shot: Capture | undefined): (Capture & { how: AcquiredBy }) | undefined {
  return shot && { ...shot, how }
}

/** All of it, or what the page shows of it. */
async function reducedOf(
  how: AcquiredBy,
  found: Blob,
  { placement }: Source,
  maxBytes: number,
): Promise<Read> {
  return { picture: done(how, await reduce(found, maxBytes, placement)), found }
}

function done(how: AcquiredBy, reduced: Omit<SentPicture, 'how' | 'partly'>): SentPicture {
  return { ...reduced, how, partly: false }
}

/** An uploaded picture: from a file, the clipboard or a drop. */
export async function pictureFromFile(blob: Blob, maxBytes: number): Promise<SentPicture> {
  return done('given', await reduce(blob, maxBytes))
}
