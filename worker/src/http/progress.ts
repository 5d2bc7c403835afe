import { AppError, type Problem, problemOf } from '@find-on-1688/shared'
import type { Context } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { AppEnv } from '../app-env.ts'
import type { Progress } from '../dispatch/progress.ts'
import { internalError } from './problems.ts'

/**
 * Answers with JSON or, if the caller asks for them, with server-sent events: the progress, then `result` or `error`. A
 * failure before the first event is a problem with its own status either way.
 *
 * @param onDisconnect called if the caller goes away
 */
export async function writeAnswer<T extends object>(
  c: Context<AppEnv>,
  answer: T | AsyncGenerator<Progress, T>,
  onDisconnect: () => void = () => {},
): Promise<Response> {
  const events = isGenerator(answer) ? answer : undefined
  let step = events ? await events.next() : { done: true as const, value: answer as T }
  if (!wantsEvents(c)) {
    while (events && !step.done) step = await events.next()
    return c.json(step.value)
  }
  c.get('log').isStreaming = true
  return streamSSE(c, async (stream) => {
    stream.onAbort(onDisconnect)
    const write = (event: string, data: unknown) => stream.writeSSE({ event, data: JSON.stringify(data) })
    try {
      while (events && !step.done) {
        await write(step.value.event, step.value.data)
        step = await events.next()
      }
      await write('result', step.value)
      c.get('log').end(200, undefined)
    } catch (error) {
      const problem = problemIn(error, c.get('requestId'))
      c.get('log').end(200, problem.code)
      await write('error', problem)
    }
  })
}

function wantsEvents(c: Context<AppEnv>): boolean {
  const accepted = (c.req.header('Accept') ?? '').split(',').map((type) => type.split(';')[0]?.trim())
  return accepted.includes('text/event-stream')
}

function isGenerator<T>(answer: T | AsyncGenerator<Progress, T>): answer is AsyncGenerator<Progress, T> {
  return typeof answer === 'object' && answer !== null && Symbol.asyncIterator in answer
}

function problemIn(error: unknown, requestId: string): Problem {
  return problemOf(error instanceof AppError ? error : internalError(), requestId)
}
