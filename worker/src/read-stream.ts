/** Bodies arrive in chunks of 4 kB, and each read has a cost of its own. */
const READ_BYTES = 64 * 1024

/**
 * All bytes of a stream of bytes, as every body from the network is; `undefined`, with the rest unread, once there are more
 * than `maxBytes` or the signal aborts.
 */
export async function readStream(
  stream: ReadableStream<Uint8Array> | null,
  maxBytes: number,
  signal?: AbortSignal,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (!stream) return new Uint8Array()
  const reader = stream.getReader({ mode: 'byob' })
  const cancel = () => reader.cancel().catch(() => {})
  signal?.addEventListener('abort', cancel, { once: true })
  const chunks: Uint8Array[] = []
  for (let length = 0; ; ) {
    const room = new Uint8Array(READ_BYTES)
    const { done, value } = await reader.readAtLeast(READ_BYTES, room).catch((error: unknown) => {
      if (signal?.aborted) return { done: true as const, value: undefined }
      throw error
    })
    if (signal?.aborted) return undefined
    length += value?.length ?? 0
    if (length > maxBytes) {
      await cancel()
      return undefined
    }
    if (value) chunks.push(value)
    if (done || value.length < READ_BYTES) return joined(chunks, length)
  }
}

function joined(chunks: Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}
