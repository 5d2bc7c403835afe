import { AppError, problemOf } from '@find-on-1688/shared'
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { AppEnv } from '../app-env.ts'
import { asAppError } from '../unexpected.ts'

/** The one place that writes failures. */
export function writeProblem(error: unknown, c: Context<AppEnv>): Response {
  const requestId = c.get('requestId')
  return write(c, asAppError(error, { requestId }), requestId)
}

export function invalidRequest(detail: string): AppError {
  return new AppError('invalid_request', detail)
}

/** @param methods that the address takes; none if there is nothing */
export function writeUnrouted(c: Context<AppEnv>, methods: string[]): Response {
  const list = methods.join(', ')
  if (list) c.header('Allow', list)
  if (list && c.req.method === 'OPTIONS') return c.body(null, 204)
  const [status, detail] = list ? [405, `This path takes ${list} only.`] : [404, 'Nothing is at this path.']
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
