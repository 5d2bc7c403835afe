import type { Priority } from '@find-on-1688/shared'
import type { Bindings } from '../bindings.ts'
import type { App, UpstreamSettings } from '../config.ts'
import type { Dispatcher } from '../dispatch/dispatcher.ts'
import type { KeyChoice } from '../dispatch/job.ts'
import type { Ending, Reply } from '../dispatch/reply.ts'
import { type Api, isKeyRefusal } from '../gateway/key-refusal.ts'
import { rankApps } from './choose-key.ts'
import { dispatcherOf } from './dispatcher-of.ts'
import { createKeyStatuses } from './key-status.ts'

const statuses = createKeyStatuses()

export interface AnswerRequest<T> {
  env: Bindings
  settings: UpstreamSettings
  /** Decides which app key makes the call. */
  digest: string
  api: Api
  requestId: string
  /** Aborts when the client disconnects. */
  signal: AbortSignal
  /** A batch search that is paid for goes on without its client. */
  priority: Priority
  send(object: DurableObjectStub<Dispatcher>, choice: KeyChoice): Promise<Reply<T>>
}

/**
 * Sends a job to the dispatcher of the app key that the digest chooses or, if that one is busy or refused by the platform,
 * to the second choice. `paid` is whether a call may have left on this request's account.
 */
export async function requestAnswer<T>(request: AnswerRequest<T>): Promise<Ending<T> & { paid: boolean }> {
  const { env, settings, digest, api, requestId, signal, priority, send } = request
  const isAlone = settings.apps.length === 1
  const [first, second] = await preferredApps(settings.apps, digest, api)
  let reply: Ending<T> & { paid: boolean } = { ...BROKEN_OFF, paid: false }
  for (const app of [first, second]) {
    if (!app || (signal.aborted && !(priority === 'batch' && reply.paid))) break
    const object = dispatcherOf(env, app.appKey)
    const choice: KeyChoice = { appKey: app.appKey, isAlone, isPaid: reply.paid }
    const leave = () => void object.leave(requestId).catch(() => {})
    signal.addEventListener('abort', leave)
    const sent = send(object, choice).catch(() => undefined)
    if (signal.aborted) leave()
    const received = await sent
    signal.removeEventListener('abort', leave)
    if (!received) return BROKEN_OFF
    statuses.recordCalls(app.appKey, received.usedToday, Date.now())
    reply = { ...received, paid: reply.paid || received.paid }
    if (reply.completed) break
    if (reply.failure.isKeyRefusal) statuses.suspend(app.appKey, api, Date.now())
    // Another key has a queue, a quota and a token of its own, also where only words say that this one's will not do.
    else if (reply.failure.code !== 'busy' && !isKeyRefusal(reply.failure.code)) break
  }
  return reply
}

async function preferredApps(apps: App[], digest: string, api: Api): Promise<App[]> {
  if (apps.length === 1) return apps
  const nowMs = Date.now()
  const chosen = await rankApps(digest, apps, (app) => statuses.weightOf(app, nowMs))
  const inUse = chosen.filter(({ appKey }) => !statuses.isSuspended(appKey, api, nowMs))
  return inUse.length > 0 ? inUse : chosen
}

/** The object was reset or replaced on the way: whether a call had left is unknown. */
const BROKEN_OFF = {
  paid: true,
  failure: {
    code: 'internal' as const,
    detail: 'The search was cut off. Try again.',
    retryAfterMs: 1000,
    isKeyRefusal: false,
  },
}
