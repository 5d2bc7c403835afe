/** The lines of a text stream. Once the signal aborts it ends, and the stream is cancelled. */
export async function* readLines(
  signal: AbortSignal,
  stream: ReadableStream<Uint8Array>,
): AsyncGenerator<string> {
  const reader = stream.getReader()
  const decoder = new TextDecoder()
  const cancel = () => void reader.cancel().catch(() => {})
  signal.addEventListener('abort', cancel, { once: true })
  if (signal.aborted) cancel()
  const unlessAborted = (error: unknown) => {
    if (signal.aborted) return { done: true as const, value: undefined }
    throw error
  }
  let rest = ''
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(unlessAborted)
      if (done) return
      const [...lines] = (rest + decoder.decode(value, { stream: true })).split('\n')
      rest = lines.pop() ?? ''
      yield* lines
    }
  } finally {
    signal.removeEventListener('abort', cancel)
    cancel()
  }
}
