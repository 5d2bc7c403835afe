import { AppError, problemOf } from '@find-on-1688/shared'
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { AppEnv } from '../app-env.ts'

/** The one place that writes failures. An unexpected error becomes `internal`, and its message goes nowhere. */
export function writeProblem(error: unknown, c: Context<AppEnv>): Response {
  const requestId = c.get('requestId')
  if (error instanceof AppError) return write(c, error, requestId)
  // The message may contain parts of the request, so only the error's name and stack frames are logged.
  const { name, stack } = error instanceof Error ? error : { name: typeof error, stack: '' }
  const frames = (stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '))
  console.error(JSON.stringify({ requestId, error: name, frames: frames.slice(0, 5) }))
  return write(c, internalError(), requestId)
}

export function internalError(): AppError {
  return new AppError('internal', 'Something went wrong in the worker. Try again.')
}

export function invalidRequest(detail: string): AppError {
  return new AppError('invalid_request', detail)
}

/** @param methods that the address takes; none if there is nothing */
export function writeUnrouted(c: Context<AppEnv>, methods: string[]): Response {
  if (methods.length > 0) c.header('Allow', methods.join(', '))
  if (methods.length > 0 && c.req.method === 'OPTIONS') return c.body(null, 204)
  const [status, detail] =
    methods.length > 0
      ? [405, `This address takes ${methods.join(', ')} only.`]
      : [404, 'There is nothing at this address.']
  return write(c, invalidRequest(detail), c.get('requestId'), status)
}

function write(c: Context<AppEnv>, error: AppError, requestId: string, status?: number): Response {
  const problem = problemOf(error, requestId)
  if (status !== undefined) problem.status = status
  c.set('code', error.code)
  if (error.code === 'unauthorized') c.header('WWW-Authenticate', 'Bearer')
  if (problem.retryAfterMs !== undefined)
    c.header('Retry-After', String(Math.max(1, Math.ceil(problem.retryAfterMs / 1000))))
  return c.body(JSON.stringify(problem), problem.status as ContentfulStatusCode, {
    'Content-Type': 'application/problem+json',
  })
}
