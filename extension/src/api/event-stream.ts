import { EventSourceParserStream, ParseError } from 'eventsource-parser/stream'
import * as v from 'valibot'
import { fail } from '../model/failure.ts'
import { failConnection, failWith, type PendingResponse } from './request.ts'

const Count = v.pipe(v.number(), v.integer(), v.minValue(0))

/** The data of each event that the worker sends during a search. */
const EVENTS = {
  queued: v.object({ position: Count, waitMs: Count }),
  searching: v.object({ attempt: Count }),
  retrying: v.object({ reason: v.string(), waitMs: Count }),
}

type Event = keyof typeof EVENTS
/** One event, without the time of its arrival. */
export type ProgressEvent = { [K in Event]: { event: K } & v.InferOutput<(typeof EVENTS)[K]> }[Event]

/** An answer has 200 kB at most: whatever is longer is none. */
const MAX_CHARACTERS = 4_000_000

/**
 * Reads the worker's server-sent events to the last one and returns the data of `result`. Events of other names or
 * shapes are ignored, so a newer worker may send more.
 *
 * @throws AppError of the event `error`, or that says why the stream ended early
 */
export async function readEvents(
  { response, timeout }: PendingResponse,
  onProgress: (event: ProgressEvent) => void,
): Promise<unknown> {
  if (!response.body) return fail('proxy_bad_answer')
  const events = response.body
    .pipeThrough(new TextDecoderStream())
    .pipeThrough(new EventSourceParserStream({ maxBufferSize: MAX_CHARACTERS }))
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
      const progress = readProgressEvent(value.event, data)
      if (progress) onProgress(progress)
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

/** `undefined` for an event that this extension does not know. */
function readProgressEvent(event: string | undefined, data: unknown): ProgressEvent | undefined {
  if (!event || !Object.hasOwn(EVENTS, event)) return undefined
  const known = event as Event
  const parsed = v.safeParse(EVENTS[known], data)
  return parsed.success ? ({ event: known, ...parsed.output } as ProgressEvent) : undefined
}
