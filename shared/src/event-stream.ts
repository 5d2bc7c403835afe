import * as v from 'valibot'
import { WholeNumber } from './whole-number.ts'

const Count = v.pipe(WholeNumber, v.minValue(0))

/** The data of each event that the worker sends while a request waits. */
export const PROGRESS_EVENTS = {
  queued: v.object({ position: Count, waitMs: Count }),
  searching: v.object({ attempt: Count }),
  retrying: v.object({ reason: v.string(), waitMs: Count }),
}

type Event = keyof typeof PROGRESS_EVENTS
/** One of them, with its name as `event`. */
export type ProgressEvent = { [K in Event]: { event: K } & v.InferOutput<(typeof PROGRESS_EVENTS)[K]> }[Event]

/** An answer has 200 kB at most: whatever is longer is none. */
const MAX_CHARACTERS = 4_000_000

/** What a reader of a stream of text gives: the next piece, or that there is none. */
interface Piece {
  done: boolean
  value?: string | undefined
}

/**
 * The events of a stream, whatever pieces it comes in. Of its fields the worker sends no others. Our own, because a parser for
 * any sender takes 4 of the background's 100 kB.
 *
 * @param refuse throws; called where an event is longer than any of the worker's
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
 */
export async function* eventsIn(
  read: () => Promise<Piece>,
  refuse: () => never,
): AsyncGenerator<{ event: string; data: unknown }, void> {
  let [event, length, rest] = ['', 0, '']
  let data: string[] = []
  for (let piece = await read(); !piece.done; piece = await read()) {
    const { value: text = '' } = piece
    length += text.length
    if (length > MAX_CHARACTERS) refuse()
    // A last CR may be the first half of a line's end.
    const lines = (rest + text).split(/\r\n|\n|\r(?!$)/)
    rest = lines.pop() ?? ''
    for (const line of lines) {
      const [, name, value = ''] = /^([^:]*)(?:: ?(.*))?$/.exec(line) ?? []
      if (name === 'event') event = value
      else if (name === 'data') data.push(value)
      if (line !== '') continue
      if (data.length > 0) yield { event, data: parse(data.join('\n')) }
      ;[event, length, data] = ['', rest.length, []]
    }
  }
}

/** `undefined` for what is no JSON. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** `undefined` for an event that is not known here: a newer worker may send more. */
export function readProgressEvent(event: string, data: unknown): ProgressEvent | undefined {
  if (!Object.hasOwn(PROGRESS_EVENTS, event)) return undefined
  const known = event as Event
  const parsed = v.safeParse(PROGRESS_EVENTS[known], data)
  return parsed.success ? ({ event: known, ...parsed.output } as ProgressEvent) : undefined
}
