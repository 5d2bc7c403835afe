import type { CallOutcome, QueuePosition, Refusal, ScheduleState, Ticket } from '../dispatch/scheduler.ts'
import type { Driven } from './simulation.ts'

/**
 * What one would write first: first in, first out, whoever waits less than eight seconds may wait, "come again in a
 * second", nothing learned from a throttle, retries without end, no look at deadlines or at who left. The negative
 * control of the scheduler: every test that holds for that one has to fail for this one.
 */
export class NaiveQueue implements Driven {
  readonly #spacingMs: number
  readonly #waiting: Ticket[] = []
  #holdMs = 0

  constructor(spacingMs: number) {
    this.#spacingMs = spacingMs
  }

  admit(ticket: Ticket): { refused: Refusal } | { displaced: undefined } {
    if (this.#waiting.length * this.#spacingMs > 8000)
      return { refused: { code: 'busy', retryAfterMs: 1000 } }
    this.#waiting.push(ticket)
    return { displaced: undefined }
  }

  positionOf(ticket: Ticket): QueuePosition | undefined {
    const at = this.#waiting.indexOf(ticket)
    return at < 0 ? undefined : { position: at + 1, waitMs: at * this.#spacingMs }
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

  get state(): ScheduleState {
    return { notBeforeMs: 0 }
  }
}
