import { type ErrorCode, problemOf, utf8 } from '@find-on-1688/shared'
import type { Context } from 'hono'
import type { AppEnv } from '../app-env.ts'
import type { OnProgress } from '../dispatch/progress.ts'
import { asAppError } from '../unexpected.ts'

/**
 * Answers with JSON or, if the caller asks for them, with server-sent events: the progress, then `result` or `error`. A
 * failure before the first event is a problem with its own status either way.
 *
 * @param work makes the answer; reports its progress if anyone wants to know
 */
export async function writeAnswer<T extends object>(
  c: Context<AppEnv>,
  work: (onProgress: OnProgress | undefined) => Promise<T>,
): Promise<Response> {
  if (!wantsEvents(c)) return c.json(await work(undefined))
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined
  const body = new ReadableStream<Uint8Array>({
    start: (opened) => {
      controller = opened
    },
    cancel: () => {
      controller = undefined
      c.get('disconnect').abort()
    },
  })
  const send = (event: string, data: unknown) =>
    controller?.enqueue(utf8(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`))
  const begun = Promise.withResolvers<void>()
  const answer = work(async ({ event, data }) => {
    send(event, data)
    begun.resolve()
  })
  await Promise.race([begun.promise, answer])
  const log = c.get('log')
  log.isStreaming = true
  const end = (event: string, data: unknown, code?: ErrorCode) => {
    send(event, data)
    controller?.close()
    log.end(200, code)
  }
  const whole = answer.then(
    (value) => end('result', value),
    (error: unknown) => {
      const requestId = c.get('requestId')
      const problem = problemOf(asAppError(error, { requestId }), requestId)
      end('error', problem, problem.code)
    },
  )
  c.executionCtx.waitUntil(whole)
  return c.body(body, 200, { 'Content-Type': 'text/event-stream' })
}

function wantsEvents(c: Context<AppEnv>): boolean {
  const accepted = (c.req.header('Accept') ?? '').split(',').map((type) => type.split(';')[0]?.trim())
  return accepted.includes('text/event-stream')
}
