import { AppError, type Problem, problemOf } from '@find-on-1688/shared'
import type { Context } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { AppEnv } from '../app-env.ts'
import type { OnProgress, Progress } from '../dispatch/progress.ts'
import { internalError } from './problems.ts'

/**
 * Answers with JSON or, if the caller asks for them, with server-sent events: the progress, then `result` or `error`. A
 * failure before the first event is a problem with its own status either way.
 *
 * @param onDisconnect called if the caller goes away
 * @param work makes the answer; reports its progress if anyone wants to know
 */
export async function writeAnswer<T extends object>(
  c: Context<AppEnv>,
  onDisconnect: () => void,
  work: (onProgress: OnProgress | undefined) => Promise<T>,
): Promise<Response> {
  if (!wantsEvents(c)) return c.json(await work(undefined))
  const early: Progress[] = []
  const begun = Promise.withResolvers<void>()
  let write = async (progress: Progress): Promise<void> => {
    early.push(progress)
    begun.resolve()
  }
  const answer = work((progress) => write(progress))
  await Promise.race([begun.promise, answer])
  c.get('log').isStreaming = true
  return streamSSE(c, async (stream) => {
    stream.onAbort(onDisconnect)
    const send = (event: string, data: unknown) => stream.writeSSE({ event, data: JSON.stringify(data) })
    write = ({ event, data }) => send(event, data)
    try {
      for (const progress of early) await write(progress)
      await send('result', await answer)
      c.get('log').end(200, undefined)
    } catch (error) {
      const problem = problemIn(error, c.get('requestId'))
      c.get('log').end(200, problem.code)
      await send('error', problem)
    }
  })
}

function wantsEvents(c: Context<AppEnv>): boolean {
  const accepted = (c.req.header('Accept') ?? '').split(',').map((type) => type.split(';')[0]?.trim())
  return accepted.includes('text/event-stream')
}

function problemIn(error: unknown, requestId: string): Problem {
  return problemOf(error instanceof AppError ? error : internalError(), requestId)
}
