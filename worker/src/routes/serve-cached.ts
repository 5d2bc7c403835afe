import { AppError, LIMITS } from '@find-on-1688/shared'
import type { Context } from 'hono'
import type { AppEnv } from '../app-env.ts'
import { requestAnswer } from '../app-keys/request.ts'
import { wasGiven } from '../cache/own-answers.ts'
import { reserveSearch } from '../clients/usage.ts'
import type { UpstreamSettings } from '../config.ts'
import type { Dispatcher } from '../dispatch/dispatcher.ts'
import type { Job } from '../dispatch/job.ts'
import type { OnProgress } from '../dispatch/progress.ts'
import type { Reply } from '../dispatch/reply.ts'
import type { Api } from '../gateway/key-refusal.ts'
import { countCacheUse } from '../http/cache-hits.ts'
import { writeAnswer } from '../http/progress.ts'

export interface CachedRoute<T, A extends object> {
  settings: UpstreamSettings
  /** When the request arrived. */
  startedAtMs: number
  cacheKey: string
  cacheSeconds: number
  /** Decides which app key makes the call. */
  digest: string
  api: Api
  readCache(store: KVNamespace | undefined, cacheKey: string, nowMs: number): Promise<T | undefined>
  send(object: DurableObjectStub<Dispatcher>, job: Job, onProgress: OnProgress | undefined): Promise<Reply<T>>
  describe(answer: T, cached: boolean): A | Promise<A>
}

/** Answers from the cache, without any Durable Object; or counts a search and has a dispatcher make it. */
export async function serveCached<T, A extends object>(
  c: Context<AppEnv>,
  route: CachedRoute<T, A>,
): Promise<Response> {
  const { settings, cacheKey, cacheSeconds, digest, api, readCache, send, describe } = route
  const known = cacheSeconds > 0 ? await readCache(c.env.ANSWERS, cacheKey, Date.now()) : undefined
  const isRepeated = () => wasGiven(c.get('client').id, cacheKey, cacheSeconds, Date.now())
  if (known !== undefined) {
    countCacheUse(c, 'hit')
    return writeAnswer(
      c,
      () => {},
      async () => describe(known, isRepeated()),
    )
  }
  const release = await reserveSearch(c.env.USAGE, c.get('client'))
  const { signal } = c.get('disconnect')
  const requestId = c.get('requestId')
  const job = {
    requestId,
    client: c.get('client').id,
    cacheKey,
    cacheSeconds,
    cacheHits: countCacheUse(c, 'miss'),
    budgetMs: LIMITS.searchDeadlineMs - (Date.now() - route.startedAtMs),
  }
  return writeAnswer(
    c,
    () => c.get('disconnect').abort(),
    async (onProgress) => {
      const reply = requestAnswer<T>({
        env: c.env,
        settings,
        digest,
        api,
        requestId,
        signal,
        send: (object, choice) => send(object, { ...job, ...choice }, onProgress),
      })
      // What cost no call is given back, even if whoever asked is gone by then.
      c.executionCtx.waitUntil(reply.then(({ paid }) => (paid ? undefined : release())))
      const { completed, failure } = await reply
      if (!completed) throw new AppError(failure.code, failure.detail, { retryAfterMs: failure.retryAfterMs })
      c.get('log').completed(completed)
      return describe(completed.answer, isRepeated() && completed.cached)
    },
  )
}
