import { fail } from '../model/failure.ts'
import type { Emptiness, SentPicture, Source } from '../model/picture.ts'
import { acquireFromScreen, acquirePicture } from './acquire.ts'
import { whiteContext } from './resize.ts'
import { isLargerVersion, seenIn } from './versions.ts'

/** Pixels: a smaller picture is a spacer or a tracking pixel, whatever it is stretched to. */
const TINY = 8
/** An icon that lies over a picture, such as a play button. Alone, it is the picture. */
const ICON = 48
/** Under a plain picture a much larger one is the background of the page, not what the plain one covers. */
const MAX_LARGER = 4
const CLEAREST: Emptiness[] = ['clear', 'sheer', 'plain']
const SHOWS_SOMETHING = CLEAREST.length

export interface Seen {
  picture: SentPicture
  source: Source
  /** What it was made from, unless that was a screenshot. */
  found?: Blob | undefined
}

/**
 * The first of the pictures that lie over each other that shows something. One of a single colour counts where nothing
 * better lies under it; of a clear one, what the screen shows in its place.
 *
 * @throws AppError of `acquirePicture`, or `picture_empty`
 */
export async function acquireSeen(signal: AbortSignal, source: Source, maxBytes: number): Promise<Seen> {
  const { beneath = [], ...top } = source
  let best: Seen | undefined
  let failure: unknown
  for (const each of [top, ...beneath]) {
    if (best && !mayBeBetter(best, each)) continue
    try {
      const seen = await acquired(signal, each, maxBytes)
      if (rankOf(seen) > (best ? rankOf(best) : -1)) best = seen
    } catch (error) {
      signal.throwIfAborted()
      failure ??= error
    }
    if (best && rankOf(best) === SHOWS_SOMETHING)
      return (await ownBytes(signal, best, beneath, maxBytes)) ?? best
  }
  if (!best) throw failure
  if (rankOf(best) === 0) return onScreen(signal, best.source, maxBytes)
  const isDrawn = isDrawnOn(best.source) && best.picture.how === 'page'
  return isDrawn ? onScreen(signal, best.source, maxBytes).catch(() => best) : best
}

/**
 * A picture that cannot be read may be a clear one. Then its screenshot shows what lies under it, whose own bytes are better.
 */
async function ownBytes(
  signal: AbortSignal,
  { picture, source }: Seen,
  beneath: Source[],
  maxBytes: number,
): Promise<Seen | undefined> {
  if (picture.how !== 'capture') return undefined
  const seen = beneath.length > 0 ? await seenIn(await (await fetch(picture.dataUrl)).blob()) : undefined
  for (const each of seen ? beneath.slice(beneath.indexOf(source) + 1) : []) {
    const other = await acquired(signal, each, maxBytes, false).catch(() => undefined)
    signal.throwIfAborted()
    if (other?.found && (await isLargerVersion(other.found, false, seen, undefined))) return other
  }
  return undefined
}

async function acquired(
  signal: AbortSignal,
  source: Source,
  maxBytes: number,
  mayCapture?: false,
): Promise<Seen> {
  let found: Blob | undefined
  const onFound = (bytes: Blob) => {
    found = bytes
  }
  const picture = await acquirePicture(signal, source, maxBytes, onFound, mayCapture)
  return { picture, source, found }
}

async function onScreen(signal: AbortSignal, source: Source, maxBytes: number): Promise<Seen> {
  const picture = await acquireFromScreen(signal, source, maxBytes).catch(() => undefined)
  signal.throwIfAborted()
  const shows = picture && (!picture.emptiness || (isDrawnOn(source) && !(await isWhite(picture.dataUrl))))
  return shows ? { picture, source } : fail('picture_empty')
}

/** A canvas or a video; a canvas of WebGL reads as black or clear, whatever it shows. */
function isDrawnOn({ addresses, pictureId }: Source): boolean {
  return addresses.length === 0 && pictureId !== undefined
}

/** Of a picture of one colour: what a page shows where nothing was drawn. */
async function isWhite(dataUrl: string): Promise<boolean> {
  const pixel = await createImageBitmap(await (await fetch(dataUrl)).blob(), 0, 0, 1, 1)
  const context = whiteContext({ width: 1, height: 1 })
  context.drawImage(pixel, 0, 0)
  return context.getImageData(0, 0, 1, 1).data.every((value) => value > 245)
}

/** 0 for what cannot be seen at all. */
function rankOf({ picture: { emptiness, fromWidth, fromHeight } }: Seen): number {
  const side = Math.max(fromWidth, fromHeight)
  if (side <= TINY) return 0
  if (!emptiness && side <= ICON) return SHOWS_SOMETHING - 0.5
  return emptiness ? CLEAREST.indexOf(emptiness) : SHOWS_SOMETHING
}

function mayBeBetter({ picture, source }: Seen, other: Source): boolean {
  const [mine, theirs] = [source.displayed, other.displayed]
  const isIcon = Math.max(picture.fromWidth, picture.fromHeight) <= ICON
  if (picture.emptiness !== 'plain' || isIcon || !mine || !theirs) return true
  return theirs.width * theirs.height <= MAX_LARGER * mine.width * mine.height
}
