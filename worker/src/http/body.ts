import type { AppError } from '@find-on-1688/shared'

/**
 * Reads a body of at most `maxBytes` bytes, whatever `Content-Length` claims: a larger claim is refused unread, a
 * larger body as soon as it passes the limit.
 *
 * @throws AppError with the given code where it is larger
 */
export async function readBody(
  request: Request,
  maxBytes: number,
  tooLarge: () => AppError,
): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get('Content-Length') ?? 0) > maxBytes) throw tooLarge()
  const bytes = await readStream(request.body, maxBytes)
  if (!bytes) throw tooLarge()
  return bytes
}

/** All bytes of a stream, or `undefined` once there are more than `maxBytes`; the rest is then not read. */
export async function readStream(
  stream: ReadableStream<Uint8Array> | null,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (!stream) return new Uint8Array()
  const chunks: Uint8Array[] = []
  let length = 0
  const reader = stream.getReader()
  for (;;) {
    const { done, value } = await reader.read()
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
