import type { ErrorCode } from '@find-on-1688/shared'
import { createMiddleware } from 'hono/factory'
import type { AppEnv } from '../app.ts'
import type { Bindings } from '../bindings.ts'
import type { Spent } from '../dispatch/reply-stream.ts'

export type CacheUse = 'hit' | 'miss' | 'shared'

/** What is told about one request: no picture, no key, no address. */
export class Trace {
  readonly #startedAt = Date.now()
  readonly #write: (line: Record<string, string | number | undefined>) => void
  #spent: Spent | undefined
  #isWritten = false
  cache: CacheUse | undefined
  /** Whether the answer goes on after the handler is done. */
  isStreaming = false

  constructor(write: (line: Record<string, string | number | undefined>) => void) {
    this.#write = write
  }

  took({ spent, cached }: { spent: Spent; cached: boolean }): void {
    if (cached) this.cache = 'shared'
    else this.#spent = spent
  }

  done(status: number, code: ErrorCode | undefined): void {
    if (this.#isWritten) return
    this.#isWritten = true
    this.#write({
      status,
      code,
      cache: this.cache,
      ...this.#spent,
      totalMs: Date.now() - this.#startedAt,
    })
  }
}

/** One line of JSON a request, and a data point where a dataset is bound. */
export const traceRequest = createMiddleware<AppEnv>(async (c, next) => {
  const trace = new Trace((line) => {
    const route = `${c.req.method} ${c.req.path.replace(/\/\w{8,}$/, '/:id')}`
    const whole = { requestId: c.get('requestId'), client: c.get('client')?.id, route, ...line }
    console.log(JSON.stringify(whole))
    count(c.env, whole)
  })
  c.set('trace', trace)
  await next()
  if (!trace.isStreaming || c.error) trace.done(c.res.status, c.get('code'))
})

function count({ METRICS }: Bindings, line: Record<string, string | number | undefined>): void {
  const { client = '', route = '', code = '', cache = '', status, waitMs, upstreamMs, totalMs, calls } = line
  METRICS?.writeDataPoint({
    indexes: [String(client)],
    blobs: [String(route), String(code), String(cache)],
    doubles: [status, totalMs, waitMs, upstreamMs, calls].map((value) => Number(value ?? 0)),
  })
}
