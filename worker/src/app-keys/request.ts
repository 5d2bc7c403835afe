import { AppError, type ErrorCode } from '@find-on-1688/shared'
import type { Bindings } from '../bindings.ts'
import type { App, UpstreamSettings } from '../config.ts'
import type { Dispatcher } from '../dispatch/dispatcher.ts'
import type { Progress } from '../dispatch/progress.ts'
import type { Completed, Failure, Reply, ReplyEvent } from '../dispatch/reply-stream.ts'
import { isKeyRefusal } from '../gateway/key-refusal.ts'
import { chooseApps } from './choose-key.ts'
import { Standings } from './key-status.ts'
import { readLines } from './read-lines.ts'

const standings = new Standings()

export interface Destination {
  env: Bindings
  settings: UpstreamSettings
  /** What decides about the app key. */
  digest: string
  send(object: DurableObjectStub<Dispatcher>, appKey: string, isAlone: boolean): Promise<Reply>
}

/**
 * Asks the object of the app key that the digest chooses; where that one is full or refused by the platform, the
 * second choice. Yields what happens and returns the answer.
 *
 * @param signal where it aborts, nobody waits any more
 * @throws AppError
 */
export async function* ask<T>(
  signal: AbortSignal,
  { env, settings, digest, send }: Destination,
): AsyncGenerator<Progress, Completed<T>> {
  const isAlone = settings.apps.length === 1
  const [first, second] = await choiceOf(settings.apps, digest)
  let failure: Failure | undefined
  for (const app of [first, second]) {
    if (!app) break
    const object = env.DISPATCHER.get(env.DISPATCHER.idFromName(app.appKey))
    const reply = await send(object, app.appKey, isAlone)
    if (reply.usedToday !== undefined) standings.used(app.appKey, reply.usedToday, Date.now())
    const end = reply.events ? yield* follow<T>(signal, reply.events) : { failure: reply.failure }
    if ('answer' in end) return end
    failure = end.failure
    if (isKeyRefusal(failure.code)) standings.setAside(app.appKey, Date.now())
    if (!mayWorkElsewhere(failure.code)) break
  }
  throw errorOf(failure)
}

/** Another key has a queue and a standing of its own. */
function mayWorkElsewhere(code: ErrorCode): boolean {
  return code === 'busy' || isKeyRefusal(code)
}

async function choiceOf(apps: UpstreamSettings['apps'], digest: string): Promise<App[]> {
  if (apps.length === 1) return apps
  const nowMs = Date.now()
  const weighted = apps.map((app) => ({ app, appKey: app.appKey, weight: standings.weightOf(app, nowMs) }))
  const chosen = (await chooseApps(digest, weighted)).map(({ app }) => app)
  const inUse = chosen.filter(({ appKey }) => !standings.isAside(appKey, nowMs))
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
  return { failure: { code: 'internal', detail: BROKEN, retryAfterMs: 1000 } }
}

const BROKEN = 'The search was broken off on the way. Try again.'

function errorOf(failure: Failure | undefined): AppError {
  if (!failure) return new AppError('internal', BROKEN)
  return new AppError(failure.code, failure.detail, { retryAfterMs: failure.retryAfterMs })
}
