import { AppError } from '@find-on-1688/shared'
import { type Clock, realClock } from './clock.ts'
import type { Progress } from './progress.ts'

export type Outcome<T> = { value: T } | { error: unknown }

/** A request that waits for an answer. */
export interface Waiter<T> {
  deadlineAtMs: number
  onProgress(progress: Progress): void
  /** Called if the flight was under way already. */
  onJoin?(flight: Flight): void
  /** Called for one of the waiters: that for which the first call leaves. */
  pay(): void
  /** Whether it may stop waiting; else the flight goes on, even for it alone. */
  mayLeave?(wasSent: boolean): boolean
  end(outcome: Outcome<T>): void
}

/** The work that all requests for the same answer wait for. */
export interface Flight {
  /** Aborts once no request waits any more. */
  signal: AbortSignal
  /** The latest deadline of all waiters; it moves as others join. */
  readonly deadlineAtMs: number
  report(progress: Progress): void
  /** Lets what waits as batch wait as a request of this client. */
  promote?: (client: string) => void
}

interface InFlight<T> {
  flight: { -readonly [Key in keyof Flight]: Flight[Key] }
  abandon: AbortController
  waiters: Map<Waiter<T>, AbortController>
  latest: Progress | undefined
  wasSent: boolean
}

export type SingleFlight<T> = ReturnType<typeof createSingleFlight<T>>

/**
 * One flight for all concurrent requests for the same answer. A request that leaves, even the one that started the
 * flight, does not affect the others; all of them get the outcome, good or bad.
 */
export function createSingleFlight<T>(clock: Clock = realClock) {
  const flights = new Map<string, InFlight<T>>()

  function open(key: string, deadlineAtMs: number): InFlight<T> {
    const abandon = new AbortController()
    const inFlight: InFlight<T> = {
      abandon,
      waiters: new Map(),
      latest: undefined,
      wasSent: false,
      flight: {
        signal: abandon.signal,
        deadlineAtMs,
        report: (progress) => {
          inFlight.latest = progress
          if (progress.event === 'searching' && !inFlight.wasSent) {
            inFlight.wasSent = true
            const [longestWaiting] = inFlight.waiters.keys()
            longestWaiting?.pay()
          }
          for (const waiter of inFlight.waiters.keys()) waiter.onProgress(progress)
        },
      },
    }
    flights.set(key, inFlight)
    return inFlight
  }

  /** Returns whether it was still waiting. */
  function remove(key: string, inFlight: InFlight<T>, waiter: Waiter<T>): boolean {
    inFlight.waiters.get(waiter)?.abort()
    if (!inFlight.waiters.delete(waiter)) return false
    if (inFlight.waiters.size > 0) return true
    forget(key, inFlight)
    inFlight.abandon.abort()
    return true
  }

  function complete(key: string, inFlight: InFlight<T>, outcome: Outcome<T>): void {
    forget(key, inFlight)
    for (const [waiter, timer] of inFlight.waiters) {
      timer.abort()
      waiter.end(outcome)
    }
    inFlight.waiters.clear()
  }

  function forget(key: string, inFlight: InFlight<T>): void {
    if (flights.get(key) === inFlight) flights.delete(key)
  }

  return {
    /** Whether a call has left for this key, so that who joins does not pay. */
    wasSent: (key: string) => flights.get(key)?.wasSent,

    /**
     * Waits for the flight of this key, and starts it if there is none.
     *
     * @returns stops waiting early, if it may: the waiter is then called no more
     */
    join(key: string, waiter: Waiter<T>, start: (flight: Flight) => Promise<T>): () => boolean {
      const present = flights.get(key)
      const inFlight = present ?? open(key, waiter.deadlineAtMs)
      const timer = new AbortController()
      inFlight.waiters.set(waiter, timer)
      inFlight.flight.deadlineAtMs = Math.max(inFlight.flight.deadlineAtMs, waiter.deadlineAtMs)
      const leave = () => remove(key, inFlight, waiter)
      void clock.sleep(waiter.deadlineAtMs - clock.now(), timer.signal).then(() => {
        if (leave()) waiter.end({ error: tooLate(inFlight.wasSent) })
      })
      if (!present)
        start(inFlight.flight).then(
          (value) => complete(key, inFlight, { value }),
          (error: unknown) => complete(key, inFlight, { error }),
        )
      else {
        waiter.onJoin?.(inFlight.flight)
        if (inFlight.latest) waiter.onProgress(inFlight.latest)
      }
      return () => waiter.mayLeave?.(inFlight.wasSent) !== false && leave()
    },
  }
}

function tooLate(wasSent: boolean): AppError {
  return wasSent
    ? new AppError('upstream_timeout', '1688 did not answer in time. Try again.')
    : new AppError('busy', 'The queue moved too slowly. Try again in a moment.', {
        retryAfterMs: 2000,
      })
}
