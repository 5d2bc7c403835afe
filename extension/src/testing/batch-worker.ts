import { digestOf } from '../image/digest.ts'
import { anAnswer, BUSY } from './answers.ts'

/** How the next requests end that are not answered. */
export interface Refusal {
  code: string
  status: number
  retryAfterMs?: number
  /** A call has left before it failed. */
  isPaid?: true
  /** The call is answered, and the connection breaks before the answer is there: the same request gets it. */
  isLost?: true
}

/**
 * The worker's side of batch searches: one paid call for each picture and query, whose answer is kept, also for a client that has
 * left meanwhile. What has not left yet when the client leaves is dropped.
 */
export class BatchWorker {
  /** Of all requests, in their order. */
  readonly requests: string[] = []
  /** By digest and query: how often 1688 was asked. */
  readonly paid = new Map<string, number>()
  readonly refusals: Refusal[] = []
  inFlight = 0
  mostInFlight = 0
  /** Until the call leaves, and until it is answered. */
  delay: () => number = () => 0
  /** Nothing is answered before. */
  held: Promise<void> = Promise.resolve()
  /** A worker that forgets the answers of clients that have left. */
  isForgetful = false
  readonly #answers = new Map<string, Promise<Response>>()

  get paidCalls(): number {
    return [...this.paid.values()].reduce((sum, count) => sum + count, 0)
  }

  /** @param hasLeft whether the client has gone away */
  async respond(url: string, picture: Blob, hasLeft: () => boolean): Promise<Response> {
    const digest = await digestOf(picture)
    const { searchParams } = new URL(url)
    const key = `${digest} ${searchParams}`
    this.requests.push(key)
    const refusal = this.refusals.shift()
    if (refusal?.isPaid) this.#pay(key)
    if (refusal?.isLost) {
      this.#pay(key)
      this.#answers.set(key, Promise.resolve(answerFor(digest)))
    }
    if (refusal) return problem(refusal)
    const known = this.#answers.get(key)
    if (known) return cachedCopy(await known)
    this.inFlight++
    this.mostInFlight = Math.max(this.mostInFlight, this.inFlight)
    try {
      await sleep(this.delay())
      if (hasLeft()) return problem({ code: 'busy', status: 503 })
      const meanwhile = this.#answers.get(key)
      if (meanwhile) return cachedCopy(await meanwhile)
      this.#pay(key)
      const answer = Promise.all([sleep(this.delay()), this.held]).then(() => answerFor(digest))
      this.#answers.set(key, answer)
      const response = (await answer).clone()
      if (this.isForgetful && hasLeft()) this.#answers.delete(key)
      return response
    } finally {
      this.inFlight--
    }
  }

  #pay(key: string): void {
    this.paid.set(key, (this.paid.get(key) ?? 0) + 1)
  }
}

function answerFor(digest: string): Response {
  return Response.json(anAnswer([offerIdFor(digest)]))
}

/** Of the offer that is found for a picture. */
export function offerIdFor(digest: string): string {
  return `${Number.parseInt(digest.slice(0, 12), 16)}`
}

async function cachedCopy(answer: Response): Promise<Response> {
  return Response.json({ ...(await answer.clone().json()), cached: true })
}

function problem({ code, status, retryAfterMs }: Refusal): Response {
  const { retryAfterMs: _, ...rest } = BUSY
  const body = { ...rest, code, status, ...(retryAfterMs !== undefined && { retryAfterMs }) }
  return Response.json(body, { status, headers: { 'Content-Type': 'application/problem+json' } })
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
