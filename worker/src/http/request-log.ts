import type { MiddlewareHandler } from 'hono'
import type { AppEnv, RequestLog } from '../app-env.ts'
import type { Bindings } from '../bindings.ts'
import type { Cost } from '../dispatch/reply.ts'

type Line = Record<string, string | number | undefined>

function requestLog(write: (line: Line) => void): RequestLog {
  const startedAtMs = Date.now()
  let cost: Cost | undefined
  let isWritten = false
  const log: RequestLog = {
    cache: undefined,
    isStreaming: false,
    completed: (answer) => {
      if (answer.cached) log.cache = 'shared'
      else cost = answer.cost
    },
    end: (status, code) => {
      if (isWritten) return
      isWritten = true
      write({ status, code, cache: log.cache, ...cost, totalMs: Date.now() - startedAtMs })
    },
  }
  return log
}

/** Logs each request as one line of JSON, and as a data point where a dataset is bound. */
export const logRequest: MiddlewareHandler<AppEnv> = async (c, next) => {
  const log = requestLog((line) => {
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
