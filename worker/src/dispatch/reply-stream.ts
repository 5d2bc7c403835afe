import { AppError, type ErrorCode } from '@find-on-1688/shared'
import type { Progress } from './progress.ts'
import type { Outcome } from './single-flight.ts'

/** An error loses its class on the way out of a Durable Object, so failures travel as data. */
export interface Failure {
  code: ErrorCode
  detail: string
  retryAfterMs: number | undefined
}

/** What an answer cost: calls, the wait for their turns, and the platform's own time. */
export interface Cost {
  calls: number
  waitMs: number
  upstreamMs: number
}

/** An answer and what it cost; `cached` if a recent answer served it at no further cost. */
export interface Completed<T> {
  answer: T
  cost: Cost
  cached: boolean
}

/** One line of a reply. */
export type ReplyEvent<T> =
  | Progress
  | { event: 'result'; data: Completed<T> }
  | { event: 'error'; data: Failure }

/** Either a failure before anything happened, or a stream of events, one line of JSON each. */
export type Reply = { usedToday?: number } & (
  | { failure: Failure; events?: undefined }
  | { failure?: undefined; events: ReadableStream<Uint8Array> }
)

const encoder = new TextEncoder()

/** The reply to one caller; the first thing that happens decides its form. */
export class ReplyStream<T> {
  readonly result: Promise<Reply>
  /** Called if the caller disconnects. */
  onDisconnect: () => void = () => {}
  #decide: (reply: Reply) => void = () => {}
  #lines: ReadableByteStreamController | undefined
  #decided = false

  constructor() {
    this.result = new Promise((resolve) => {
      this.#decide = resolve
    })
  }

  onProgress(progress: Progress): void {
    this.#write(progress)
  }

  end(outcome: Outcome<Completed<T>>): void {
    if ('value' in outcome) this.#write({ event: 'result', data: outcome.value })
    else if (this.#decided) this.#write({ event: 'error', data: failureOf(outcome.error) })
    else this.#decide({ failure: failureOf(outcome.error) })
    this.#decided = true
    this.#lines?.close()
    this.#lines = undefined
  }

  #write(event: ReplyEvent<T>): void {
    if (!this.#decided) this.#open()
    this.#lines?.enqueue(encoder.encode(`${JSON.stringify(event)}\n`))
  }

  #open(): void {
    this.#decided = true
    const events = new ReadableStream({
      type: 'bytes',
      start: (controller) => {
        this.#lines = controller
      },
      cancel: () => {
        this.#lines = undefined
        this.onDisconnect()
      },
    })
    this.#decide({ events })
  }
}

export function failureOf(error: unknown): Failure {
  if (error instanceof AppError) {
    const { code, message, retryAfterMs } = error
    return { code, detail: message, retryAfterMs }
  }
  // The message may contain parts of the request, so only the error's name is logged.
  console.error(
    JSON.stringify({ object: 'dispatcher', error: error instanceof Error ? error.name : typeof error }),
  )
  return {
    code: 'internal',
    detail: 'Something went wrong in the worker. Try again.',
    retryAfterMs: undefined,
  }
}
