import { AppError } from '@find-on-1688/shared'
import { type Clock, realClock } from './clock.ts'
import type { Progress } from './progress.ts'

export type Outcome<T> = { value: T } | { error: unknown }

/** Somebody who waits for an answer. */
export interface Waiter<T> {
  deadlineAtMs: number
  tell(progress: Progress): void
  end(outcome: Outcome<T>): void
}

/** What everybody who asked for the same waits for. */
export interface Flight {
  /** Aborts once nobody waits any more. */
  signal: AbortSignal
  /** The latest deadline of those who wait; moves on while others join. */
  readonly deadlineAtMs: number
  tell(progress: Progress): void
}

interface Flying<T> {
  flight: { -readonly [Key in keyof Flight]: Flight[Key] }
  abandon: AbortController
  waiters: Map<Waiter<T>, AbortController>
  latest: Progress | undefined
  hasDeparted: boolean
}

/**
 * One call to the platform for everybody who asks for the same at the same time. Who leaves, the first one included,
 * takes nothing from the others; how it ends, well or not, everybody is told.
 */
export class Flights<T> {
  readonly #clock: Clock
  readonly #flying = new Map<string, Flying<T>>()

  constructor(clock: Clock = realClock) {
    this.#clock = clock
  }

  /**
   * Waits for what goes by that name, and has it begun where nobody does so yet.
   *
   * @returns ends the waiting before its time; nothing is told any more
   */
  join(name: string, waiter: Waiter<T>, begin: (flight: Flight) => Promise<T>): () => void {
    const present = this.#flying.get(name)
    const flying = present ?? this.#take(name, waiter.deadlineAtMs)
    const timer = new AbortController()
    flying.waiters.set(waiter, timer)
    flying.flight.deadlineAtMs = Math.max(flying.flight.deadlineAtMs, waiter.deadlineAtMs)
    const leave = () => this.#leave(name, flying, waiter)
    void this.#clock.sleep(waiter.deadlineAtMs - this.#clock.now(), timer.signal).then(() => {
      if (leave()) waiter.end({ error: tooLate(flying.hasDeparted) })
    })
    if (!present)
      begin(flying.flight).then(
        (value) => this.#land(name, flying, { value }),
        (error: unknown) => this.#land(name, flying, { error }),
      )
    else if (flying.latest) waiter.tell(flying.latest)
    return leave
  }

  #take(name: string, deadlineAtMs: number): Flying<T> {
    const abandon = new AbortController()
    const flying: Flying<T> = {
      abandon,
      waiters: new Map(),
      latest: undefined,
      hasDeparted: false,
      flight: {
        signal: abandon.signal,
        deadlineAtMs,
        tell: (progress) => {
          flying.latest = progress
          flying.hasDeparted ||= progress.event === 'searching'
          for (const waiter of flying.waiters.keys()) waiter.tell(progress)
        },
      },
    }
    this.#flying.set(name, flying)
    return flying
  }

  /** Says whether it was still waiting. */
  #leave(name: string, flying: Flying<T>, waiter: Waiter<T>): boolean {
    flying.waiters.get(waiter)?.abort()
    if (!flying.waiters.delete(waiter)) return false
    if (flying.waiters.size > 0) return true
    this.#forget(name, flying)
    flying.abandon.abort()
    return true
  }

  #land(name: string, flying: Flying<T>, outcome: Outcome<T>): void {
    this.#forget(name, flying)
    for (const [waiter, timer] of flying.waiters) {
      timer.abort()
      waiter.end(outcome)
    }
    flying.waiters.clear()
  }

  #forget(name: string, flying: Flying<T>): void {
    if (this.#flying.get(name) === flying) this.#flying.delete(name)
  }
}

function tooLate(hasDeparted: boolean): AppError {
  return hasDeparted
    ? new AppError('upstream_timeout', '1688 did not answer in time. Try again.')
    : new AppError('busy', 'The turn at 1688 did not come in time. Try again in a moment.', {
        retryAfterMs: 2000,
      })
}
