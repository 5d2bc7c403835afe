import { pacedScheduler } from '../dispatch/scheduler.ts'
import type { Lane, Ticket } from '../dispatch/ticket.ts'

interface TicketOptions {
  bytes?: number
  budgetMs?: number
}

/** A scheduler, and a clock that moves on with each call sent. */
export function queueOf() {
  const scheduler = pacedScheduler(3, 1_000_000)
  const queue = {
    scheduler,
    nowMs: 1_000_000,
    ticket: (lane: Lane, client: string, { bytes = 0, budgetMs = 25_000 }: TicketOptions = {}): Ticket => ({
      client,
      lane,
      calls: 1,
      bytes,
      deadlineAtMs: queue.nowMs + budgetMs,
    }),
    admit: (lane: Lane, client: string, options?: TicketOptions) =>
      scheduler.admit(queue.ticket(lane, client, options), queue.nowMs),
    send: ({ isAnswered = true } = {}) => {
      const { ticket } = scheduler.next(queue.nowMs)
      if (!ticket) return undefined
      scheduler.sent(ticket, false, queue.nowMs)
      queue.nowMs += scheduler.takeHoldMs()
      if (isAnswered) scheduler.completed(ticket, 'answered', queue.nowMs)
      return ticket
    },
    served: () => {
      const clients: string[] = []
      for (let ticket = queue.send(); ticket; ticket = queue.send()) clients.push(ticket.client)
      return clients
    },
  }
  return queue
}
