import * as v from 'valibot'

const Count = v.pipe(v.number(), v.integer(), v.minValue(0))

/** What the worker tells of a search that is under way: the data of each event. */
const EVENTS = {
  queued: v.object({ position: Count, waitMs: Count }),
  searching: v.object({ attempt: Count }),
  retrying: v.object({ reason: v.string(), waitMs: Count }),
}

type Event = keyof typeof EVENTS
/** One step, without when it was heard. */
export type ProgressEvent = { [K in Event]: { event: K } & v.InferOutput<(typeof EVENTS)[K]> }[Event]

/** A step out of an event of the worker; `undefined` where it is no step that this extension knows. */
export function readProgressEvent(event: string | undefined, data: unknown): ProgressEvent | undefined {
  if (!event || !Object.hasOwn(EVENTS, event)) return undefined
  const known = event as Event
  const step = v.safeParse(EVENTS[known], data)
  return step.success ? ({ event: known, ...step.output } as ProgressEvent) : undefined
}
