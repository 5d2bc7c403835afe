import { FailureError, fail } from '../failure.ts'
import type { Sent, Source } from '../search/state.ts'
import { capturePicture } from './capture.ts'
import { fetchPicture } from './fetch.ts'
import { reduce } from './reduce.ts'

/**
 * The picture, ready to be sent. Its own bytes come first, out of its `data:` address or by fetching it; where its host
 * does not allow that, or they do not decode, what the tab shows of it is captured.
 *
 * @throws FailureError `picture_unreadable` where nothing of it can be had, `picture_undecodable` where it can be had
 *   but not drawn
 */
export async function readPicture(signal: AbortSignal, source: Source): Promise<Sent> {
  try {
    return await reduce(await fetchPicture(signal, source.address), 'original')
  } catch (error) {
    if (signal.aborted) throw error
    return captured(signal, source, error)
  }
}

async function captured(signal: AbortSignal, source: Source, why: unknown): Promise<Sent> {
  const capture = await capturePicture(source)
  signal.throwIfAborted()
  if (capture) return reduce(capture.picture, 'capture', capture.crop, capture.partly)
  if (why instanceof FailureError) throw why
  return fail('picture_unreadable')
}
