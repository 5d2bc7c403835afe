import { inspectPicture } from '@find-on-1688/shared'
import { largerAddress } from '../image-url/larger.ts'
import type { Size } from '../model/box.ts'
import { AppError } from '../model/failure.ts'
import type { AcquiredBy, SentPicture, Source } from '../model/picture.ts'
import { callPageScript } from './call-page-script.ts'
import { type Capture, capture } from './capture.ts'
import { fetchPicture } from './fetch.ts'
import { reduce } from './reduce.ts'

/** Larger versions to try; each may cost a refused request. */
const MAX_LARGER = 2
/** Rounding may change the proportions of a version by this much. */
const RATIO_TOLERANCE = 0.04

/**
 * The picture, ready to be sent, by the first strategy that works: its own bytes, in the largest version that its host
 * lets an extension read; the page's reading of it; a screenshot.
 *
 * @param onFound is called with the bytes that it was made from, unless that was a screenshot
 * @throws AppError `picture_unreadable` if no strategy works, or what is wrong with its bytes
 */
export async function acquirePicture(
  signal: AbortSignal,
  source: Source,
  maxBytes: number,
  onFound: (bytes: Blob) => void = () => {},
): Promise<SentPicture> {
  let why: unknown
  for (const strategy of [fetched, readByPage, captured]) {
    try {
      const read = await strategy(signal, source, maxBytes)
      signal.throwIfAborted()
      if (read?.found) onFound(read.found)
      if (read) return read.picture
    } catch (error) {
      if (signal.aborted) throw error
      // What is wrong with the picture says more than that a strategy did not work.
      if (error instanceof AppError && error.failure.code !== 'picture_unreadable') why ??= error
    }
  }
  throw why ?? new AppError({ code: 'picture_unreadable' })
}

interface Read {
  picture: SentPicture
  found?: Blob
}

type Strategy = (signal: AbortSignal, source: Source, maxBytes: number) => Promise<Read | undefined>

const fetched: Strategy = async (signal, source, maxBytes) => {
  const shown = source.addresses.at(-1)
  if (!shown) return undefined
  for (const address of largerThan(source.addresses)) {
    try {
      const blob = await fetchPicture(signal, address)
      if (await isSamePicture(blob, source)) return await whole('original', blob, maxBytes)
    } catch {
      signal.throwIfAborted()
    }
  }
  return whole('original', await fetchPicture(signal, shown), maxBytes)
}

const readByPage: Strategy = async (_, source, maxBytes) => {
  if (source.pictureId === undefined) return undefined
  const url = await callPageScript(source, 'read', source.pictureId)
  if (!url) return undefined
  return whole('page', await (await fetch(url)).blob(), maxBytes)
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
  const { pictureId, area, frameUrl } = source
  const top = { tabId: source.tabId, frameId: 0 }
  let shot: Capture | undefined
  if (area) shot = await capture(source, async () => area)
  else if (pictureId !== undefined)
    shot = await capture(source, () => callPageScript(source, 'visibleBox', pictureId))
  else if (frameUrl) shot = await capture(source, () => callPageScript(top, 'visibleBoxOfFrame', frameUrl))
  if (!shot) return undefined
  const how = area ? 'area' : pictureId === undefined ? 'frame' : 'capture'
  const reduced = await reduce(shot.picture, maxBytes, shot.cropFor)
  return { picture: { ...done(how, reduced), partly: shot.partly } }
}

async function whole(how: AcquiredBy, found: Blob, maxBytes: number): Promise<Read> {
  return { picture: done(how, await reduce(found, maxBytes)), found }
}

function done(how: AcquiredBy, reduced: Omit<SentPicture, 'how' | 'partly'>): SentPicture {
  return { ...reduced, how, partly: false }
}

/** Addresses of versions that may be larger than the shown one, likeliest first. */
export function largerThan(addresses: string[]): string[] {
  const shown = addresses.at(-1)
  const known = addresses.slice(0, -1).flatMap((address) => [largerAddress(address) ?? address])
  const guessed = shown ? [largerAddress(shown)] : []
  const all = new Set([...guessed, ...known].filter((address) => address !== undefined && address !== shown))
  return [...all].slice(0, MAX_LARGER) as string[]
}

/** A version of the same picture has its proportions, rotated or not, and is not smaller. */
async function isSamePicture(blob: Blob, { shown }: { shown?: Size | undefined }): Promise<boolean> {
  const header = inspectPicture(new Uint8Array(await blob.slice(0, 256 * 1024).arrayBuffer()))
  if (!header) return false
  if (!shown) return true
  const ratio = shown.width / shown.height
  const near = (other: number) => Math.abs(other / ratio - 1) <= RATIO_TOLERANCE
  const isLarger = header.width * header.height >= shown.width * shown.height
  return isLarger && (near(header.width / header.height) || near(header.height / header.width))
}

/** An uploaded picture: from a file, the clipboard or a drop. */
export async function pictureFromFile(blob: Blob, maxBytes: number): Promise<SentPicture> {
  return done('given', await reduce(blob, maxBytes))
}
