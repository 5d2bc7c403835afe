import type { Lane } from '../dispatch/ticket.ts'
import type { SchedulerUnderTest, World } from './world.ts'

type Ticket = Parameters<SchedulerUnderTest['sent']>[0]

interface Fill {
  lane?: Lane
  callsEach?: number
  /** Searches a second of people, while the queue fills. */
  people?: number
}

/**
 * Fills a queue until a client is refused, and lets that one try again after a while in which no one else comes.
 *
 * @param seed varies how many clients come how fast, and how long calls take
 */
function refusedOnce(
  create: World['make'],
  seed: number,
  { lane = 'search', callsEach = 1, people = 0 }: Fill = {},
) {
  let nowMs = 1_000_000
  const driven = create(nowMs, undefined)
  const inFlight: { at: number; ticket: Ticket }[] = []
  let freeAt = nowMs
  let nextPersonAt = people > 0 ? nowMs : Number.POSITIVE_INFINITY
  const admit = (client: string, of: Lane) =>
    driven.admit({ client, lane: of, calls: callsEach, bytes: 0, deadlineAtMs: nowMs + 25_000 }, nowMs)
  const pass = (untilMs: number) => {
    for (; nowMs < untilMs; nowMs++) {
      for (const call of inFlight.splice(0)) {
        if (call.at > nowMs) {
          inFlight.push(call)
          continue
        }
        driven.completed(call.ticket, 'answered', nowMs)
        if (--call.ticket.calls > 0) driven.followUp(call.ticket)
      }
      if (nowMs >= nextPersonAt) {
        admit(`person ${nowMs % 7}`, 'search')
        nextPersonAt = nowMs + 1000 / people
      }
      if (nowMs < freeAt) continue
      const { ticket } = driven.next(nowMs)
      if (!ticket) continue
      driven.sent(ticket, false, nowMs)
      freeAt = nowMs + driven.takeHoldMs()
      inFlight.push({ at: nowMs + 300 + ((seed * 37) % 200), ticket })
    }
  }
  const ask = (count: number) => admit(`${count % (3 + (seed % 20))}`, lane)
  for (let count = 0; ; count++) {
    const admission = ask(count)
    if ('refused' in admission) {
      const again = (waitMs: number) => {
        nextPersonAt = Number.POSITIVE_INFINITY
        pass(nowMs + Math.ceil(waitMs))
        return !('refused' in ask(count))
      }
      return { refusal: admission.refused.retryAfterMs, again }
    }
    pass(nowMs + 10 + ((seed * 13) % 200))
  }
}

/** The share of such clients that are admitted when they come back. */
export function shareAdmittedLater(
  create: World['make'],
  retryAfterMs: (told: number) => number,
  fill?: Fill,
): number {
  const runs = 400
  let admitted = 0
  for (let seed = 1; seed <= runs; seed++) {
    const { refusal, again } = refusedOnce(create, seed, fill)
    if (again(retryAfterMs(refusal))) admitted++
  }
  return admitted / runs
}
