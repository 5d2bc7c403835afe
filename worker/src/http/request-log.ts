import type { ErrorCode } from '@find-on-1688/shared'
import type { MiddlewareHandler } from 'hono'
import type { AppEnv, CacheUse, RequestLog } from '../app-env.ts'
import type { Bindings } from '../bindings.ts'
import type { Completed, Cost } from '../dispatch/reply.ts'

type Line = Record<string, string | number | undefined>

class RequestLine implements RequestLog {
  readonly #startedAt = Date.now()
  readonly #write: (line: Line) => void
  #cost: Cost | undefined
  #isWritten = false
  cache: CacheUse | undefined
  isStreaming = false

  constructor(write: (line: Line) => void) {
    this.#write = write
  }

  completed({ cost, cached }: Pick<Completed<unknown>, 'cost' | 'cached'>): void {
    if (cached) this.cache = 'shared'
    else this.#cost = cost
  }

  end(status: number, code: ErrorCode | undefined): void {
    if (this.#isWritten) return
    this.#isWritten = true
    this.#write({
      status,
      code,
      cache: this.cache,
      ...this.#cost,
      totalMs: Date.now() - this.#startedAt,
    })
  }
}

/** Logs each request as one line of JSON, and as a data point where a dataset is bound. */
export const logRequest: MiddlewareHandler<AppEnv> = async (c, next) => {
  const log = new RequestLine((line) => {
    const route = `${c.req.method} ${c.req.path.replace(/\/\w{8,}$/, '/:id')}`
    const whole = { requestId: c.get('requestId'), client: c.get('client')?.id, route, ...line }
    console.log(JSON.stringify(whole))
    writeDataPoint(c.env, whole)
  })
  c.set('log', log)
  await next()
  if (!log.isStreaming || c.error) log.end(c.res.status, c.get('code'))
}

function writeDataPoint({ METRICS }: Bindings, line: Line): void {
  const { client = '', route = '', code = '', cache = '', status, waitMs, upstreamMs, totalMs, calls } = line
  METRICS?.writeDataPoint({
    indexes: [String(client)],
    blobs: [String(route), String(code), String(cache)],
    doubles: [status, totalMs, waitMs, upstreamMs, calls].map((value) => Number(value ?? 0)),
  })
}
