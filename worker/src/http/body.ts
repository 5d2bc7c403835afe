import type { AppError } from '@find-on-1688/shared'
import { abortAfter } from '../abort-after.ts'
import { readStream } from '../read-stream.ts'
import { invalidRequest } from './problems.ts'

/** A client that sends a picture more slowly than this would not get an answer in time anyway. */
const BODY_TIMEOUT_MS = 15_000

/**
 * Reads a body of at most `maxBytes` bytes, whatever `Content-Length` claims: a larger claim is refused unread, a larger
 * body as soon as it passes the limit.
 *
 * @throws AppError `tooLarge` if it is larger, `invalid_request` if it does not arrive in time
 */
export async function readBody(
  request: Request,
  maxBytes: number,
  tooLarge: () => AppError,
  timeoutMs = BODY_TIMEOUT_MS,
): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get('Content-Length') ?? 0) > maxBytes) throw tooLarge()
  using slow = abortAfter(timeoutMs)
  const bytes = await readStream(request.body, maxBytes, slow.signal)
  if (slow.signal.aborted)
    throw invalidRequest(`The body did not arrive within ${Math.round(timeoutMs / 1000)} s.`)
  if (!bytes) throw tooLarge()
  return bytes
}
