import type { ScheduleState } from '../dispatch/scheduler.ts'
import type { CallOutcome, QueuePosition, Refusal, Ticket } from '../dispatch/ticket.ts'
import type { SchedulerUnderTest } from './world.ts'

/**
 * The queue one would write first: first in, first out, waits of up to eight seconds, "try again in a second", no reaction
 * to throttling, endless retries, no regard to deadlines or to callers that left. It is the scheduler's negative control:
 * each rule that the tests check must hold for the scheduler and fail for this queue.
 */
export class NaiveQueue implements SchedulerUnderTest {
  readonly #spacingMs: number
  readonly #waiting: Ticket[] = []
  #holdMs = 0

  constructor(spacingMs: number) {
    this.#spacingMs = spacingMs
  }

  admit(ticket: Ticket): { refused: Refusal } | { displaced: Ticket[] } {
    if (this.#waiting.length * this.#spacingMs > 8000)
      return { refused: { code: 'busy', retryAfterMs: 1000 } }
    this.#waiting.push(ticket)
    return { displaced: [] }
  }

  positionOf(ticket: Ticket): QueuePosition | undefined {
    const at = this.#waiting.indexOf(ticket)
    return at < 0 ? undefined : { position: at + 1, waitMs: at * this.#spacingMs }
  }

  retryAfterMs(): number {
    return 1000
  }

  followUp(ticket: Ticket): void {
    this.#waiting.push(ticket)
  }

  takeRetry(): boolean {
    return true
  }

  takeHoldMs(): number {
    const holdMs = this.#holdMs
    this.#holdMs = 0
    return holdMs
  }

  next(): { ticket: Ticket | undefined; late: Ticket[] } {
    return { ticket: this.#waiting.shift(), late: [] }
  }

  sent(): void {
    this.#holdMs = this.#spacingMs
  }

  completed(_ticket: Ticket, _outcome: CallOutcome): void {}

  cancel(): void {}

  promote(): void {}

  get state(): ScheduleState {
    return { notBeforeMs: 0 }
  }
}
