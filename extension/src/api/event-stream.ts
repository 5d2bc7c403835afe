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
  const texts = response.body.pipeThrough(new TextDecoderStream()).getReader()
  try {
    for await (const { event, data: text } of eventsIn(() =>
      texts.read().catch(() => failConnection(timeout)),
    )) {
      const data = parse(text)
      if (event === 'result') return data
      if (event === 'error') return failWith(data)
      const progress = readProgressEvent(event, data)
      if (progress) onProgress(progress)
    }
    return fail('proxy_bad_answer')
  } finally {
    texts.cancel().catch(() => {})
  }
}

/**
 * The events of a stream, whatever pieces it comes in. Of its fields the worker sends no others. Our own, because a parser for
 * any sender takes 4 of the background's 100 kB.
 *
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
 */
async function* eventsIn(read: () => Promise<ReadableStreamReadResult<string>>) {
  let [event, length, rest] = ['', 0, '']
  let data: string[] = []
  for (let piece = await read(); !piece.done; piece = await read()) {
    length += piece.value.length
    if (length > MAX_CHARACTERS) fail('proxy_bad_answer')
    // A last CR may be the first half of a line's end.
    const lines = (rest + piece.value).split(/\r\n|\n|\r(?!$)/)
    rest = lines.pop() ?? ''
    for (const line of lines) {
      const [, name, value = ''] = /^([^:]*)(?:: ?(.*))?$/.exec(line) ?? []
      if (name === 'event') event = value
      else if (name === 'data') data.push(value)
      if (line !== '') continue
      if (data.length > 0) yield { event, data: data.join('\n') }
      ;[event, length, data] = ['', rest.length, []]
    }
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
function readProgressEvent(event: string, data: unknown): ProgressEvent | undefined {
  if (!Object.hasOwn(EVENTS, event)) return undefined
  const known = event as Event
  const parsed = v.safeParse(EVENTS[known], data)
  return parsed.success ? ({ event: known, ...parsed.output } as ProgressEvent) : undefined
}
