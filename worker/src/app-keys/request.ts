import { AppError, type ErrorCode } from '@find-on-1688/shared'
import type { Bindings } from '../bindings.ts'
import type { App, UpstreamSettings } from '../config.ts'
import type { Dispatcher } from '../dispatch/dispatcher.ts'
import type { Progress } from '../dispatch/progress.ts'
import type { Completed, Failure, Reply, ReplyEvent } from '../dispatch/reply-stream.ts'
import { isKeyRefusal } from '../gateway/key-refusal.ts'
import { rankApps } from './choose-key.ts'
import { KeyStatuses } from './key-status.ts'
import { readLines } from './read-lines.ts'

const statuses = new KeyStatuses()

export interface AnswerRequest {
  env: Bindings
  settings: UpstreamSettings
  /** Decides which app key makes the call. */
  digest: string
  send(object: DurableObjectStub<Dispatcher>, appKey: string, isAlone: boolean): Promise<Reply>
}

/**
 * Sends a job to the dispatcher of the app key that the digest chooses or, if that one is busy or refused by the platform,
 * to the second choice. Yields the progress and returns the answer.
 *
 * @param signal aborts when no one waits any more
 * @throws AppError
 */
export async function* requestAnswer<T>(
  signal: AbortSignal,
  { env, settings, digest, send }: AnswerRequest,
): AsyncGenerator<Progress, Completed<T>> {
  const isAlone = settings.apps.length === 1
  const [first, second] = await preferredApps(settings.apps, digest)
  let failure: Failure | undefined
  for (const app of [first, second]) {
    if (!app) break
    const object = env.DISPATCHER.get(env.DISPATCHER.idFromName(app.appKey))
    const reply = await send(object, app.appKey, isAlone)
    if (reply.usedToday !== undefined) statuses.recordCalls(app.appKey, reply.usedToday, Date.now())
    const end = reply.events ? yield* follow<T>(signal, reply.events) : { failure: reply.failure }
    if ('answer' in end) return end
    failure = end.failure
    if (isKeyRefusal(failure.code)) statuses.suspend(app.appKey, Date.now())
    if (!mayWorkElsewhere(failure.code)) break
  }
  throw errorOf(failure)
}

/** Another key has a queue and a quota of its own. */
function mayWorkElsewhere(code: ErrorCode): boolean {
  return code === 'busy' || isKeyRefusal(code)
}

async function preferredApps(apps: UpstreamSettings['apps'], digest: string): Promise<App[]> {
  if (apps.length === 1) return apps
  const nowMs = Date.now()
  const weighted = apps.map((app) => ({ app, appKey: app.appKey, weight: statuses.weightOf(app, nowMs) }))
  const chosen = (await rankApps(digest, weighted)).map(({ app }) => app)
  const inUse = chosen.filter(({ appKey }) => !statuses.isSuspended(appKey, nowMs))
  return inUse.length > 0 ? inUse : chosen
}

async function* follow<T>(
  signal: AbortSignal,
  events: ReadableStream<Uint8Array>,
): AsyncGenerator<Progress, Completed<T> | { failure: Failure }> {
  for await (const line of readLines(signal, events)) {
    const event = JSON.parse(line) as ReplyEvent<T>
    if (event.event === 'result') return event.data
    if (event.event === 'error') return { failure: event.data }
    yield event
  }
  return { failure: { code: 'internal', detail: INTERRUPTED, retryAfterMs: 1000 } }
}

const INTERRUPTED = 'The search was broken off on the way. Try again.'

function errorOf(failure: Failure | undefined): AppError {
  if (!failure) return new AppError('internal', INTERRUPTED)
  return new AppError(failure.code, failure.detail, { retryAfterMs: failure.retryAfterMs })
}
