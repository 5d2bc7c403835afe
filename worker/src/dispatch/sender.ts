import { AppError, type ErrorCode } from '@find-on-1688/shared'
import { type Clock, realClock } from './clock.ts'
import type { Scheduler, ScheduleState } from './scheduler.ts'
import type { CallOutcome, Lane, QueuePosition, Refusal, Ticket } from './ticket.ts'

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
/** A call is prepared within this time. */
const PREPARE_MS = 100

export interface ScheduleStore {
  save(state: ScheduleState): void
  /** Resolves once everything that was written is on the disk. Until then the runtime holds every call back. */
  written(): Promise<void>
}

interface WaitingCall {
  isRetry: boolean
  position: number | undefined
  onPosition(position: QueuePosition): void
  /** Prepares the call; what it resolves to sends it. */
  ready(): Promise<() => Promise<CallOutcome>>
  refuse(error: unknown): void
}

export type Sender = ReturnType<typeof createSender>

/** Sends one call after another, as the scheduler decides. The queue is in memory; the schedule is stored. */
export function createSender(scheduler: Scheduler, store: ScheduleStore, clock: Clock = realClock) {
  const waitingCalls = new Map<Ticket, WaitingCall>()
  let running = false
  /** No call leaves whose slot ends after this stored time. */
  let reservedUntilMs = -Infinity
  /** How many holds are being slept. */
  let holds = 0
  /** Resolves when the latest of them is over. */
  let woken: Promise<void> = Promise.resolve()

  function wait<P, T>(signal: AbortSignal, ticket: Ticket, call: Call<P, T>, isRetry: boolean): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const giveUp = () => {
        scheduler.cancel(ticket)
        refuse(ticket)
      }
      signal.addEventListener('abort', giveUp, { once: true })
      const stopListening = () => signal.removeEventListener('abort', giveUp)
      waitingCalls.set(ticket, {
        isRetry,
        position: undefined,
        onPosition: (position) => call.onPosition?.(position),
        ready: async () => {
          const prepared = await call.prepare(clock.now())
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
      tellPositions()
      void pump()
    })
  }

  async function pump(): Promise<void> {
    if (running) return
    running = true
    try {
      while (holds === 0) {
        const { ticket, late } = scheduler.next(clock.now())
        for (const missed of late) refuse(missed)
        if (!ticket) break
        await send(ticket)
        hold()
      }
    } finally {
      running = false
    }
  }

  /** Sleeps as long as the scheduler asks, alongside any hold already being slept. */
  function hold(): void {
    const holdMs = scheduler.takeHoldMs()
    if (holdMs <= 0) return
    holds++
    woken = clock.sleep(holdMs).then(() => {
      holds--
      void pump()
    })
  }

  async function send(ticket: Ticket): Promise<void> {
    const waiting = waitingCalls.get(ticket)
    if (!waiting) return
    let send: () => Promise<CallOutcome>
    try {
      reserve(waiting.isRetry ? Infinity : PREPARE_MS)
      send = await waiting.ready()
      do {
        // The platform may have asked for a pause while the call was prepared.
        while (holds > 0) await woken
        reserve(PREPARE_MS)
        // The slot begins when the call leaves: one that the disk holds back would come closer to the next.
        await store.written()
      } while (holds > 0 || !isReserved())
      // A caller that left meanwhile costs no slot.
      if (!waitingCalls.delete(ticket)) return
      scheduler.sent(ticket, waiting.isRetry, clock.now())
    } catch (error) {
      waitingCalls.delete(ticket)
      scheduler.completed(ticket, 'answered', clock.now())
      waiting.refuse(error)
      return
    }
    void send().then((outcome) => {
      scheduler.completed(ticket, outcome, clock.now())
      hold()
      if (outcome !== 'answered') trySave(Infinity)
      void pump()
    })
    tellPositions()
    // Its bytes leave when the runtime has a turn: whatever keeps it busy until then must not bring the next call closer.
    await clock.sleep(0)
    // In the pause, for the next call too, so that it need not wait for the disk.
    const { pace } = scheduler.state
    trySave((pace?.spacingMs ?? 0) + 2 * PREPARE_MS)
  }

  /** Whether a restarted object waits until after the slot of a call that leaves within the next `marginMs`. */
  function isReserved(marginMs = 0): boolean {
    const { notBeforeMs, pace } = scheduler.state
    return reservedUntilMs >= Math.max(notBeforeMs, clock.now() + marginMs + (pace?.spacingMs ?? 0))
  }

  /**
   * Stores slots ahead. Only a call beyond them waits for the disk, and its write runs while the call is prepared.
   *
   * @param marginMs for how long they have to last; Infinity stores in any case: what a retry takes from its budget
   */
  function reserve(marginMs: number): void {
    if (isReserved(marginMs)) return
    const { notBeforeMs, ...rest } = scheduler.state
    reservedUntilMs = Math.max(notBeforeMs, clock.now() + (rest.pace?.spacingMs ?? 0)) + RESERVE_MS
    store.save({ ...rest, notBeforeMs: reservedUntilMs })
  }

  /** What is stored now matters only later, so a write that fails is ignored. */
  function trySave(marginMs: number): void {
    try {
      reserve(marginMs)
    } catch {}
  }

  function refuse(ticket: Ticket): void {
    const waiting = waitingCalls.get(ticket)
    if (!waitingCalls.delete(ticket)) return
    const retryAfterMs = scheduler.retryAfterMs(ticket, clock.now())
    waiting?.refuse(refusal({ code: 'busy', retryAfterMs }))
  }

  function tellPositions(): void {
    const nowMs = clock.now()
    for (const [ticket, waiting] of waitingCalls) {
      const now = scheduler.positionOf(ticket, nowMs)
      if (!now || now.position === waiting.position) continue
      waiting.position = now.position
      waiting.onPosition(now)
    }
  }

  hold()

  return {
    /**
     * The first call of a ticket.
     *
     * @throws AppError at once if the ticket is refused; `busy` later if its deadline or the signal comes first
     */
    sendFirst<P, T>(signal: AbortSignal, ticket: Ticket, call: Call<P, T>): Promise<T> {
      const admission = scheduler.admit(ticket, clock.now())
      if ('refused' in admission) return Promise.reject(refusal(admission.refused))
      for (const displaced of admission.displaced) refuse(displaced)
      return wait(signal, ticket, call, false)
    },

    /** Another call of a ticket, or a retry. */
    sendNext<P, T>(signal: AbortSignal, ticket: Ticket, call: Call<P, T>, isRetry: boolean): Promise<T> {
      scheduler.followUp(ticket)
      return wait(signal, ticket, call, isRetry)
    },

    /** A person waits for this batch ticket now: it waits in this lane, as one of this client, from here on. */
    promote(ticket: Ticket, client: string, lane: Lane): void {
      scheduler.promote(ticket, client, lane)
      tellPositions()
      void pump()
    },

    /** Whether a call may be retried; if so, the retry is counted. */
    takeRetry(ticket: Ticket): boolean {
      return scheduler.takeRetry(ticket, clock.now())
    },
  }
}

const DETAILS: Partial<Record<ErrorCode, string>> = {
  busy: 'The queue for 1688 is full. Try again in a moment.',
  rate_limited: 'This client already has several searches waiting. Try again once some are done.',
}

function refusal({ code, retryAfterMs }: Refusal): AppError {
  const detail = DETAILS[code] ?? '1688 has not answered for a while. Try again in a moment.'
  return new AppError(code, detail, { retryAfterMs: Math.ceil(retryAfterMs) })
}
