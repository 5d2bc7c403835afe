import { AppError, type Problem, problemOf } from '@find-on-1688/shared'
import type { Context } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { AppEnv } from '../app-env.ts'
import type { Progress } from '../dispatch/progress.ts'

/**
 * Answers with JSON, or with server-sent events where the caller asks for them: what happens meanwhile, and last
 * `result` or `error`. A failure before anything happened is a problem with its own status either way.
 *
 * @param leave called where the caller went away
 */
export async function answerWith<T extends object>(
  c: Context<AppEnv>,
  answer: T | AsyncGenerator<Progress, T>,
  leave: () => void = () => {},
): Promise<Response> {
  const events = isGenerator(answer) ? answer : undefined
  let step = events ? await events.next() : { done: true as const, value: answer as T }
  if (!wantsEvents(c)) {
    while (events && !step.done) step = await events.next()
    return c.json(step.value)
  }
  c.get('log').isStreaming = true
  return streamSSE(c, async (stream) => {
    stream.onAbort(leave)
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
  const meant = error instanceof AppError
  return problemOf(
    meant ? error : new AppError('internal', 'Something went wrong in the worker. Try again.'),
    requestId,
  )
}
