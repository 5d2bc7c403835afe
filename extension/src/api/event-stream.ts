import { EventSourceParserStream, ParseError } from 'eventsource-parser/stream'
import { fail } from '../model/failure.ts'
import { type ProgressEvent, readProgressEvent } from './progress-event.ts'
import { failConnection, failWith, type PendingResponse } from './request.ts'

/** An answer is 200 kB at the most; what is longer without an end is none. */
const MOST_CHARACTERS = 4_000_000

/**
 * Reads the worker's server-sent events to the last one and returns the data of `result`. Events of another name or
 * shape are passed over, so that a newer worker may tell more.
 *
 * @throws FailureError with what the event `error` says, or why the events came to an end before
 */
export async function readEvents(
  { response, timeout }: PendingResponse,
  onStep: (step: ProgressEvent) => void,
): Promise<unknown> {
  if (!response.body) return fail('proxy_bad_answer')
  const events = response.body
    .pipeThrough(new TextDecoderStream())
    .pipeThrough(new EventSourceParserStream({ maxBufferSize: MOST_CHARACTERS }))
    .getReader()
  try {
    while (true) {
      const { done, value } = await events
        .read()
        .catch((error) => (error instanceof ParseError ? fail('proxy_bad_answer') : failConnection(timeout)))
      if (done) return fail('proxy_bad_answer')
      const data = parse(value.data)
      if (value.event === 'result') return data
      if (value.event === 'error') return failWith(data)
      const step = readProgressEvent(value.event, data)
      if (step) onStep(step)
    }
  } finally {
    events.cancel().catch(() => {})
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
