/** The lines of a stream of text. Once the signal aborts there is no further one, and the sender is told. */
export async function* readLines(
  signal: AbortSignal,
  stream: ReadableStream<Uint8Array>,
): AsyncGenerator<string> {
  const reader = stream.getReader()
  const decoder = new TextDecoder()
  const leave = () => void reader.cancel().catch(() => {})
  signal.addEventListener('abort', leave, { once: true })
  if (signal.aborted) leave()
  const unlessLeft = (error: unknown) => {
    if (signal.aborted) return { done: true as const, value: undefined }
    throw error
  }
  let rest = ''
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(unlessLeft)
      if (done) return
      const [...lines] = (rest + decoder.decode(value, { stream: true })).split('\n')
      rest = lines.pop() ?? ''
      yield* lines
    }
  } finally {
    signal.removeEventListener('abort', leave)
    leave()
  }
}
