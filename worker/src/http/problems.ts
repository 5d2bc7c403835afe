import { AppError, problemOf } from '@find-on-1688/shared'
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { AppEnv } from '../app-env.ts'

/** The one place that writes failures. An error that nobody meant becomes `internal`, and its message stays here. */
export function answerFailure(error: unknown, c: Context<AppEnv>): Response {
  const requestId = c.get('requestId')
  if (error instanceof AppError) return answer(c, error, requestId)
  // The message may hold what the request held, so only the kind of error and where it arose are logged.
  const { name, stack } = error instanceof Error ? error : { name: typeof error, stack: '' }
  const frames = (stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '))
  console.error(JSON.stringify({ requestId, error: name, frames: frames.slice(0, 5) }))
  return answer(c, new AppError('internal', 'Something went wrong in the worker. Try again.'), requestId)
}

export function answerNotFound(c: Context<AppEnv>): Response {
  return answer(
    c,
    new AppError('invalid_request', 'There is nothing at this address.'),
    c.get('requestId'),
    404,
  )
}

function answer(c: Context<AppEnv>, error: AppError, requestId: string, status?: number): Response {
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
