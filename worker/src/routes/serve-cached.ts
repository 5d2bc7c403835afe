import { AppError, LIMITS, type Priority } from '@find-on-1688/shared'
import type { Context } from 'hono'
import type { AppEnv } from '../app-env.ts'
import { requestAnswer } from '../app-keys/request.ts'
import { wasGiven } from '../cache/own-answers.ts'
import { reserveSearch } from '../clients/usage.ts'
import type { UpstreamSettings } from '../config.ts'
import type { Dispatcher } from '../dispatch/dispatcher.ts'
import type { Job } from '../dispatch/job.ts'
import type { OnProgress } from '../dispatch/progress.ts'
import { type Failure, failureOf, type Reply } from '../dispatch/reply.ts'
import type { Api } from '../gateway/key-refusal.ts'
import { sha256Hex } from '../hash.ts'
import { countCacheUse } from '../http/cache-hits.ts'
import { writeAnswer } from '../http/progress.ts'

export interface CachedRoute<T, A extends object> {
  settings: UpstreamSettings
  /** When the request arrived. */
  startedAtMs: number
  priority: Priority
  cacheKey: string
  cacheSeconds: number
  /** Decides which app key makes the call. */
  digest: string
  api: Api
  readCache(
    store: KVNamespace | undefined,
    cacheKey: string,
    nowMs: number,
    ownKey: string | undefined,
  ): Promise<T | undefined>
  send(object: DurableObjectStub<Dispatcher>, job: Job, onProgress: OnProgress | undefined): Promise<Reply<T>>
  describe(answer: T, cached: boolean): A | Promise<A>
}

/** Answers from the cache, without any Durable Object; or counts a search and has a dispatcher make it. */
export async function serveCached<T, A extends object>(
  c: Context<AppEnv>,
  route: CachedRoute<T, A>,
): Promise<Response> {
  const { settings, cacheKey, cacheSeconds, digest, api, priority, readCache, send, describe } = route
  const { id } = c.get('client')
  const ownKey = priority === 'batch' ? await sha256Hex(id + cacheKey) : undefined
  const known = cacheSeconds > 0 ? await readCache(c.env.ANSWERS, cacheKey, Date.now(), ownKey) : undefined
  const isRepeated = () => wasGiven(id, cacheKey, cacheSeconds, Date.now())
  if (known !== undefined) {
    countCacheUse(c, 'hit')
    return writeAnswer(c, async () => describe(known, isRepeated()))
  }
  let refusal: Failure | undefined
  const release = await reserveSearch(c.env.USAGE, c.get('client')).catch((error: AppError) => {
    // What a batch search has paid for, as the day's last, is still its client's.
    if (!ownKey || error.code !== 'quota_exhausted') throw error
    refusal = failureOf(error)
  })
  const { signal } = c.get('disconnect')
  const requestId = c.get('requestId')
  const job = {
    requestId,
    client: id,
    cacheKey,
    cacheSeconds,
    priority,
    ownKey,
    refusal,
    cacheHits: countCacheUse(c, 'miss'),
    budgetMs: LIMITS.searchDeadlineMs - (Date.now() - route.startedAtMs),
  }
  return writeAnswer(c, async (onProgress) => {
    const reply = requestAnswer<T>({
      env: c.env,
      settings,
      digest,
      api,
      requestId,
      signal,
      priority,
      send: (object, choice) => send(object, { ...job, ...choice }, onProgress),
    })
    // What cost no call is refunded, even if the client is gone by then.
    c.executionCtx.waitUntil(reply.then(({ paid }) => (paid ? undefined : release?.())))
    const { completed, failure } = await reply
    if (!completed) throw new AppError(failure.code, failure.detail, failure)
    c.get('log').completed(completed)
    return describe(completed.answer, isRepeated() && completed.cached)
  })
}
