import { AppError } from '@find-on-1688/shared'
import { abortAfter } from '../abort-after.ts'

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

/** All bytes of a stream, or `undefined` once there are more than `maxBytes` or the signal aborts; the rest is not read. */
export async function readStream(
  stream: ReadableStream<Uint8Array> | null,
  maxBytes: number,
  signal?: AbortSignal,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (!stream) return new Uint8Array()
  const chunks: Uint8Array[] = []
  let length = 0
  const reader = stream.getReader()
  const unlessGivenUp = (error: unknown) => {
    if (signal?.aborted) return { done: true as const, value: undefined }
    throw error
  }
  signal?.addEventListener('abort', () => void reader.cancel().catch(() => {}), { once: true })
  for (;;) {
    const { done, value } = await reader.read().catch(unlessGivenUp)
    if (signal?.aborted) return undefined
    if (done) break
    length += value.length
    if (length > maxBytes) {
      await reader.cancel().catch(() => {})
      return undefined
    }
    chunks.push(value)
  }
  const bytes = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}
