import { AppError } from '@find-on-1688/shared'
import { abortAfter } from '../abort-after.ts'
import { readStream } from '../read-stream.ts'

/** Whoever sends a picture more slowly than this would not get an answer in time anyway. */
const PATIENCE_MS = 15_000

/**
 * Reads a body of at most `maxBytes` bytes, whatever `Content-Length` claims: a larger claim is refused unread, a
 * larger body as soon as it passes the limit.
 *
 * @throws AppError with the given code where it is larger, `invalid_request` where it does not come in time
 */
export async function readBody(
  request: Request,
  maxBytes: number,
  tooLarge: () => AppError,
  patienceMs = PATIENCE_MS,
): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get('Content-Length') ?? 0) > maxBytes) throw tooLarge()
  const slow = abortAfter(patienceMs)
  const bytes = await readStream(request.body, maxBytes, slow.signal).finally(() => slow[Symbol.dispose]())
  if (slow.signal.aborted)
    throw new AppError(
      'invalid_request',
      `The body did not arrive within ${Math.round(patienceMs / 1000)} s.`,
    )
  if (!bytes) throw tooLarge()
  return bytes
}
