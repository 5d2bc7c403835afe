import { createFairQueue, type FairQueue } from './fair-queue.ts'
import type { Lane, Ticket } from './ticket.ts'

/** Which queue a ticket waits in for its first call, and for a further one or a retry. Lower ones are served first. */
const RANKS: Record<Lane, [first: number, further: number]> = {
  search: [1, 0],
  detail: [2, 0],
  batch: [4, 3],
}
const [, FURTHER_BATCH] = RANKS.batch
/**
 * The further call of a batch search waits for people too, although its upload is paid for: the platform's id of the
 * picture outlives the wait. Sent at once, it would make people wait for every upload under way: with ten people and two
 * calls a search, 1.6 s instead of 1.3 at p95. But this long before its deadline it is served first, or the search would
 * end without an answer.
 */
const URGENT_MS = 10_000

export type Lanes = ReturnType<typeof createLanes>

/** The calls that wait: people's before those of batches; in each lane clients take turns. */
export function createLanes() {
  const queues = Array.from({ length: 5 }, () => createFairQueue<Ticket>())

  function add(ticket: Ticket, isFurther: boolean): void {
    at(RANKS[ticket.lane][isFurther ? 1 : 0]).add(ticket)
  }

  function remove(ticket: Ticket): boolean {
    return queues.some((queue) => queue.remove(ticket))
  }

  function waitingIn(lane: Lane): FairQueue<Ticket> {
    return at(RANKS[lane][0])
  }

  function at(rank: number): FairQueue<Ticket> {
    return queues[rank] as FairQueue<Ticket>
  }

  return {
    ...{ add, remove, waitingIn },

    take(nowMs: number, isBatchAllowed: boolean): Ticket | undefined {
      for (const further of at(FURTHER_BATCH).entries())
        if (further.deadlineAtMs - nowMs < URGENT_MS && remove(further)) at(0).add(further)
      for (const queue of queues.slice(0, isBatchAllowed ? undefined : FURTHER_BATCH)) {
        const ticket = queue.take()
        if (ticket) return ticket
      }
      return undefined
    },

    /** A batch ticket goes on in this lane, as one of this client, whether it waits or not. */
    promote(ticket: Ticket, client: string, lane: Lane): void {
      if (ticket.lane !== 'batch') return
      const isFirst = waitingIn('batch').remove(ticket)
      const isFurther = !isFirst && remove(ticket)
      ticket.lane = lane
      ticket.client = client
      if (isFirst || isFurther) add(ticket, isFurther)
    },

    /** In the order in which they leave if nothing else comes. */
    all(): Ticket[] {
      return queues.flatMap((queue) => queue.entries())
    },

    /** What leaves before the client's entry at this index, which need not exist yet. */
    before(lane: Lane, client: string, index: number): Ticket[] {
      const [rank] = RANKS[lane]
      const first = queues.slice(0, rank).flatMap((queue) => queue.entries())
      return [...first, ...at(rank).before(client, index)]
    },
  }
}
