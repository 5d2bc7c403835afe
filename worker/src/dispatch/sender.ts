import { AppError, type ErrorCode } from '@find-on-1688/shared'
import { type Clock, realClock } from './clock.ts'
import type { Kept, Landing, Place, Refusal, Scheduler, Ticket } from './scheduler.ts'

/** One call of a ticket. */
export interface Call<P, T> {
  /** Made when its turn has come, so that its time is fresh. */
  prepare(nowMs: number): Promise<P>
  /** Sends at once. */
  send(prepared: P): Promise<T>
  /** Told each time its place changes while it waits. */
  placed?(place: Place): void
  departed?(): void
  /** What the end of a call says about the platform. */
  landing(error: unknown): Landing
}

interface Waiting {
  isRetry: boolean
  position: number | undefined
  placed(place: Place): void
  /** Resolves once the call may leave; what it resolves to sends it. */
  ready(): Promise<() => Promise<Landing>>
  refuse(error: unknown): void
}

/** Sends what the scheduler lets go, one call after the other. The queue is in memory; what `save` keeps is not. */
export class Departures {
  readonly #scheduler: Scheduler
  readonly #save: (kept: Kept) => void
  readonly #clock: Clock
  readonly #waiting = new Map<Ticket, Waiting>()
  #running = false
  /** How many of its waits are being slept. */
  #holds = 0
  /** Resolves when the last one that began is over. */
  #woken: Promise<void> = Promise.resolve()

  constructor(scheduler: Scheduler, save: (kept: Kept) => void, clock: Clock = realClock) {
    this.#scheduler = scheduler
    this.#save = save
    this.#clock = clock
    this.#hold()
  }

  /**
   * The first call of a ticket.
   *
   * @throws AppError at once where it is refused; `busy` later where its deadline or the signal came first
   */
  enter<P, T>(signal: AbortSignal, ticket: Ticket, call: Call<P, T>): Promise<T> {
    const admission = this.#scheduler.admit(ticket, this.#clock.now())
    if ('refused' in admission) return Promise.reject(refusal(admission.refused))
    if (admission.displaced) this.#refuse(admission.displaced)
    return this.#wait(signal, ticket, call, false)
  }

  /** A further call of a ticket, or the same one again. */
  follow<P, T>(signal: AbortSignal, ticket: Ticket, call: Call<P, T>, isRetry: boolean): Promise<T> {
    this.#scheduler.followUp(ticket)
    return this.#wait(signal, ticket, call, isRetry)
  }

  /** Whether a call may be repeated; if so, that is counted. */
  takeRetry(): boolean {
    return this.#scheduler.takeRetry(this.#clock.now())
  }

  #wait<P, T>(signal: AbortSignal, ticket: Ticket, call: Call<P, T>, isRetry: boolean): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const giveUp = () => {
        this.#scheduler.cancel(ticket)
        this.#refuse(ticket)
      }
      signal.addEventListener('abort', giveUp, { once: true })
      const leave = () => signal.removeEventListener('abort', giveUp)
      this.#waiting.set(ticket, {
        isRetry,
        position: undefined,
        placed: (place) => call.placed?.(place),
        ready: async () => {
          const prepared = await call.prepare(this.#clock.now())
          return () => {
            // From here on, whoever sends hears the signal, and says what it cut short.
            leave()
            call.departed?.()
            const sent = call.send(prepared)
            sent.then(resolve, reject)
            return sent.then(() => 'answered' as const, call.landing)
          }
        },
        refuse: (error) => {
          leave()
          reject(error)
        },
      })
      if (signal.aborted) return giveUp()
      this.#tellPlaces()
      void this.#pump()
    })
  }

  async #pump(): Promise<void> {
    if (this.#running) return
    this.#running = true
    try {
      while (this.#holds === 0) {
        const { ticket, late } = this.#scheduler.next(this.#clock.now())
        for (const missed of late) this.#refuse(missed)
        if (!ticket) break
        await this.#serve(ticket)
        this.#hold()
      }
    } finally {
      this.#running = false
    }
  }

  /** Sleeps what the scheduler asks for, beside what is being slept already. */
  #hold(): void {
    const holdMs = this.#scheduler.takeHoldMs()
    if (holdMs <= 0) return
    this.#holds++
    this.#woken = this.#clock.sleep(holdMs).then(() => {
      this.#holds--
      void this.#pump()
    })
  }

  async #serve(ticket: Ticket): Promise<void> {
    const waiting = this.#waiting.get(ticket)
    if (!waiting) return
    let send: () => Promise<Landing>
    try {
      send = await waiting.ready()
      // The platform may have asked for a pause while this was made ready.
      while (this.#holds > 0) await this.#woken
      // Whoever left meanwhile costs no slot.
      if (!this.#waiting.delete(ticket)) return
      this.#scheduler.departed(ticket, waiting.isRetry, this.#clock.now())
      this.#save(this.#scheduler.kept)
    } catch (error) {
      this.#waiting.delete(ticket)
      this.#scheduler.landed(ticket, 'answered', this.#clock.now())
      waiting.refuse(error)
      return
    }
    void send().then((landing) => {
      this.#scheduler.landed(ticket, landing, this.#clock.now())
      this.#hold()
      if (landing !== 'answered') this.#keepLesson()
      void this.#pump()
    })
    this.#tellPlaces()
  }

  /** What a failure taught matters after a restart only; that it cannot be stored stops nobody. */
  #keepLesson(): void {
    try {
      this.#save(this.#scheduler.kept)
    } catch {}
  }

  #refuse(ticket: Ticket): void {
    const waiting = this.#waiting.get(ticket)
    if (!this.#waiting.delete(ticket)) return
    waiting?.refuse(
      refusal({ code: 'busy', retryAfterMs: this.#scheduler.standingWaitMs(this.#clock.now()) }),
    )
  }

  #tellPlaces(): void {
    const nowMs = this.#clock.now()
    for (const [ticket, waiting] of this.#waiting) {
      const place = this.#scheduler.placeOf(ticket, nowMs)
      if (!place || place.position === waiting.position) continue
      waiting.position = place.position
      waiting.placed(place)
    }
  }
}

const SENTENCES: Partial<Record<ErrorCode, string>> = {
  busy: 'Too many searches are waiting for their turn at 1688. Try again in a moment.',
  rate_limited: 'This client already has several searches waiting. Try again when some of them are done.',
}

function refusal({ code, retryAfterMs }: Refusal): AppError {
  const detail = SENTENCES[code] ?? '1688 has not answered for a while. It is asked again in a moment.'
  return new AppError(code, detail, { retryAfterMs: Math.ceil(retryAfterMs) })
}
