import { AppError, type ErrorCode } from '@find-on-1688/shared'
import { type Clock, realClock } from './clock.ts'
import type { Scheduler, ScheduleState } from './scheduler.ts'
import type { CallOutcome, QueuePosition, Refusal, Ticket } from './ticket.ts'

/** One call of a ticket. */
export interface Call<P, T> {
  /** Runs when its turn has come, so that the timestamp is fresh. */
  prepare(nowMs: number): Promise<P>
  send(prepared: P): Promise<T>
  /** Called each time its position changes while it waits. */
  onPosition?(position: QueuePosition): void
  onSent?(): void
  /** What an error of the call says about the platform. */
  outcomeOf(error: unknown): CallOutcome
}

/** How far ahead slots are stored. After a crash amid calls the next one waits this much longer. */
const RESERVE_MS = 1000

interface WaitingCall {
  isRetry: boolean
  position: number | undefined
  onPosition(position: QueuePosition): void
  /** Prepares the call; what it resolves to sends it. */
  ready(): Promise<() => Promise<CallOutcome>>
  refuse(error: unknown): void
}

/** Sends one call after another, as the scheduler decides. The queue is in memory; what `save` gets is stored. */
export class Sender {
  readonly #scheduler: Scheduler
  readonly #save: (state: ScheduleState) => void
  readonly #clock: Clock
  readonly #waiting = new Map<Ticket, WaitingCall>()
  #running = false
  /** No call leaves whose slot ends after this stored time. */
  #reservedUntilMs = Number.NEGATIVE_INFINITY
  /** How many holds are being slept. */
  #holds = 0
  /** Resolves when the latest of them is over. */
  #woken: Promise<void> = Promise.resolve()

  constructor(scheduler: Scheduler, save: (state: ScheduleState) => void, clock: Clock = realClock) {
    this.#scheduler = scheduler
    this.#save = save
    this.#clock = clock
    this.#hold()
  }

  /**
   * The first call of a ticket.
   *
   * @throws AppError at once if the ticket is refused; `busy` later if its deadline or the signal comes first
   */
  sendFirst<P, T>(signal: AbortSignal, ticket: Ticket, call: Call<P, T>): Promise<T> {
    const admission = this.#scheduler.admit(ticket, this.#clock.now())
    if ('refused' in admission) return Promise.reject(refusal(admission.refused))
    for (const displaced of admission.displaced) this.#refuse(displaced)
    return this.#wait(signal, ticket, call, false)
  }

  /** Another call of a ticket, or a retry. */
  sendNext<P, T>(signal: AbortSignal, ticket: Ticket, call: Call<P, T>, isRetry: boolean): Promise<T> {
    this.#scheduler.followUp(ticket)
    return this.#wait(signal, ticket, call, isRetry)
  }

  /** A person waits for this batch ticket now: it waits as a search of this client from here on. */
  promote(ticket: Ticket, client: string): void {
    this.#scheduler.promote(ticket, client)
    this.#tellPositions()
    void this.#pump()
  }

  /** Whether a call may be retried; if so, the retry is counted. */
  takeRetry(ticket: Ticket): boolean {
    return this.#scheduler.takeRetry(ticket, this.#clock.now())
  }

  #wait<P, T>(signal: AbortSignal, ticket: Ticket, call: Call<P, T>, isRetry: boolean): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const giveUp = () => {
        this.#scheduler.cancel(ticket)
        this.#refuse(ticket)
      }
      signal.addEventListener('abort', giveUp, { once: true })
      const stopListening = () => signal.removeEventListener('abort', giveUp)
      this.#waiting.set(ticket, {
        isRetry,
        position: undefined,
        onPosition: (position) => call.onPosition?.(position),
        ready: async () => {
          const prepared = await call.prepare(this.#clock.now())
          return () => {
            // From here on `send` listens to the signal and reports what it cut short.
            stopListening()
            call.onSent?.()
            const sent = call.send(prepared)
            sent.then(resolve, reject)
            return sent.then(() => 'answered' as const, call.outcomeOf)
          }
        },
        refuse: (error) => {
          stopListening()
          reject(error)
        },
      })
      if (signal.aborted) return giveUp()
      this.#tellPositions()
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
        await this.#send(ticket)
        this.#hold()
      }
    } finally {
      this.#running = false
    }
  }

  /** Sleeps as long as the scheduler asks, alongside any hold already being slept. */
  #hold(): void {
    const holdMs = this.#scheduler.takeHoldMs()
    if (holdMs <= 0) return
    this.#holds++
    this.#woken = this.#clock.sleep(holdMs).then(() => {
      this.#holds--
      void this.#pump()
    })
  }

  async #send(ticket: Ticket): Promise<void> {
    const waiting = this.#waiting.get(ticket)
    if (!waiting) return
    let send: () => Promise<CallOutcome>
    try {
      this.#reserve(waiting.isRetry)
      send = await waiting.ready()
      // The platform may have asked for a pause while the call was prepared.
      while (this.#holds > 0) await this.#woken
      // A caller that left meanwhile costs no slot.
      if (!this.#waiting.delete(ticket)) return
      this.#scheduler.sent(ticket, waiting.isRetry, this.#clock.now())
      this.#reserve()
    } catch (error) {
      this.#waiting.delete(ticket)
      this.#scheduler.completed(ticket, 'answered', this.#clock.now())
      waiting.refuse(error)
      return
    }
    void send().then((outcome) => {
      this.#scheduler.completed(ticket, outcome, this.#clock.now())
      this.#hold()
      if (outcome !== 'answered') this.#trySave()
      void this.#pump()
    })
    this.#tellPositions()
  }

  /**
   * Stores slots ahead, so that whoever restarts waits until after the last of them. Only a call beyond them waits for the
   * disk, and its write runs while the call is prepared.
   *
   * @param always stores in any case: what a retry takes from its budget
   */
  #reserve(always = false): void {
    const { notBeforeMs, ...rest } = this.#scheduler.state
    const nowMs = this.#clock.now()
    if (!always && this.#reservedUntilMs >= Math.max(notBeforeMs, nowMs + RESERVE_MS / 2)) return
    this.#reservedUntilMs = Math.max(notBeforeMs, nowMs) + RESERVE_MS
    this.#save({ ...rest, notBeforeMs: this.#reservedUntilMs })
  }

  /** What a failure taught matters only after a restart, so a write that fails is ignored. */
  #trySave(): void {
    try {
      this.#reserve(true)
    } catch {}
  }

  #refuse(ticket: Ticket): void {
    const waiting = this.#waiting.get(ticket)
    if (!this.#waiting.delete(ticket)) return
    const retryAfterMs = this.#scheduler.retryAfterMs(ticket, this.#clock.now())
    waiting?.refuse(refusal({ code: 'busy', retryAfterMs }))
  }

  #tellPositions(): void {
    const nowMs = this.#clock.now()
    for (const [ticket, waiting] of this.#waiting) {
      const now = this.#scheduler.positionOf(ticket, nowMs)
      if (!now || now.position === waiting.position) continue
      waiting.position = now.position
      waiting.onPosition(now)
    }
  }
}

const DETAILS: Partial<Record<ErrorCode, string>> = {
  busy: 'Too many searches are waiting for their turn at 1688. Try again in a moment.',
  rate_limited: 'This client already has several searches waiting. Try again when some of them are done.',
}

function refusal({ code, retryAfterMs }: Refusal): AppError {
  const detail = DETAILS[code] ?? '1688 has not answered for a while. It is asked again in a moment.'
  return new AppError(code, detail, { retryAfterMs: Math.ceil(retryAfterMs) })
}
