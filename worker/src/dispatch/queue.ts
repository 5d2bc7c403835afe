import { AppError } from '@find-on-1688/shared'
import { slotAfterDispatch, slotAfterThrottle, spacingMs, waitForSlot } from './slots.ts'

/** Where the next slot is kept, so that a restarted object goes on where the last one stopped. */
export interface SlotStore {
  load(): number
  save(slotMs: number): void
}

export interface Clock {
  now(): number
  sleep(ms: number): Promise<void>
}

export interface Call<P, T> {
  deadlineAt: number
  /** A repeated call goes before those that have waited less. */
  repeated: boolean
  prepare(nowMs: number): Promise<P>
  /** Sends at once. */
  send(prepared: P): Promise<T>
}

interface Waiting {
  gone: boolean
  deadlineAt: number
  dispatch(): Promise<void>
  prepare(): Promise<void>
  refuse(error: unknown): void
}

/** Cloudflare lets an object wait for the headers of six connections at a time. */
const MAX_IN_FLIGHT = 5
/** A call that leaves later than this before its deadline is not worth a slot. */
export const LEAST_TIME_FOR_CALL_MS = 1500

export const realClock: Clock = {
  now: () => Date.now(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
}

/**
 * Sends calls one by one, each in a slot of its own. The queue is in memory; only the next slot is stored, and it
 * advances when a call leaves, so that a call which is given up costs nothing.
 */
export class CallQueue {
  readonly #waiting: Waiting[] = []
  readonly #store: SlotStore
  readonly #maxQps: number
  readonly #clock: Clock
  #slotMs: number
  #inFlight = 0
  #running = false
  #callLanded: () => void = () => {}

  constructor(store: SlotStore, maxQps: number, clock: Clock = realClock) {
    this.#store = store
    this.#maxQps = maxQps
    this.#clock = clock
    this.#slotMs = store.load()
  }

  /**
   * The call's result, once it had its slot.
   *
   * @throws AppError `busy` at once where no slot comes before the deadline, or later where it passed while waiting
   */
  run<P, T>(signal: AbortSignal, call: Call<P, T>): Promise<T> {
    const lateMs = this.#waitMs() + LEAST_TIME_FOR_CALL_MS - (call.deadlineAt - this.#clock.now())
    if (lateMs > 0 && !call.repeated) return Promise.reject(busy(lateMs + spacingMs(this.#maxQps)))
    return new Promise<T>((resolve, reject) => {
      let prepared: P
      const giveUp = () => waiting.refuse(busy(this.#waitMs()))
      const waiting: Waiting = {
        gone: false,
        deadlineAt: call.deadlineAt,
        prepare: async () => {
          prepared = await call.prepare(this.#clock.now())
        },
        dispatch: () => {
          // From here on, whoever sends hears the signal, and says what it cut short.
          signal.removeEventListener('abort', giveUp)
          return call.send(prepared).then(resolve, reject)
        },
        refuse: (error) => {
          waiting.gone = true
          reject(error)
        },
      }
      signal.addEventListener('abort', giveUp, { once: true })
      if (call.repeated) this.#waiting.unshift(waiting)
      else this.#waiting.push(waiting)
      this.#pump()
    })
  }

  /** The platform asked for fewer calls: nothing leaves for at least a second. */
  throttled(): void {
    this.#moveSlot(slotAfterThrottle(this.#slotMs, this.#clock.now()))
  }

  /** How long a call that comes now waits for its slot. */
  #waitMs(): number {
    const ahead = this.#waiting.filter(({ gone }) => !gone).length
    return waitForSlot(this.#slotMs, this.#clock.now()) + ahead * spacingMs(this.#maxQps)
  }

  #moveSlot(slotMs: number): void {
    this.#slotMs = slotMs
    this.#store.save(slotMs)
  }

  async #pump(): Promise<void> {
    if (this.#running) return
    this.#running = true
    while (this.#waiting.length > 0) {
      await this.#roomInFlight()
      const next = this.#waiting.shift()
      if (next && !next.gone) await this.#serve(next)
    }
    this.#running = false
  }

  async #serve(next: Waiting): Promise<void> {
    try {
      await next.prepare()
      await this.#untilSlot(next)
    } catch (error) {
      next.refuse(error)
    }
    if (next.gone) return
    if (next.deadlineAt - this.#clock.now() <= 0) return next.refuse(busy(this.#waitMs()))
    this.#moveSlot(slotAfterDispatch(this.#clock.now(), this.#maxQps))
    this.#inFlight++
    next.dispatch().finally(() => {
      this.#inFlight--
      this.#callLanded()
    })
  }

  /** A throttle answer may move the slot while a call waits for it, so it is looked at again after each sleep. */
  async #untilSlot(next: Waiting): Promise<void> {
    for (;;) {
      const waitMs = waitForSlot(this.#slotMs, this.#clock.now())
      if (waitMs <= 0 || next.gone) return
      await this.#clock.sleep(waitMs)
    }
  }

  async #roomInFlight(): Promise<void> {
    while (this.#inFlight >= MAX_IN_FLIGHT)
      await new Promise<void>((resolve) => {
        this.#callLanded = resolve
      })
  }
}

function busy(retryAfterMs: number): AppError {
  const detail = 'Too many searches are waiting for their turn at 1688. Try again in a moment.'
  return new AppError('busy', detail, { retryAfterMs })
}
