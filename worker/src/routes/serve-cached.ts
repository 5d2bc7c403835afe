import { LIMITS } from '@find-on-1688/shared'
import type { Context } from 'hono'
import type { AppEnv } from '../app-env.ts'
import { requestAnswer } from '../app-keys/request.ts'
import { reserveSearch } from '../clients/usage.ts'
import type { UpstreamSettings } from '../config.ts'
import type { Dispatcher } from '../dispatch/dispatcher.ts'
import type { Job } from '../dispatch/job.ts'
import type { Progress } from '../dispatch/progress.ts'
import type { Completed, Reply } from '../dispatch/reply-stream.ts'
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
  readCache(store: KVNamespace | undefined, cacheKey: string, nowMs: number): Promise<T | undefined>
  send(object: DurableObjectStub<Dispatcher>, job: Job): Promise<Reply>
  describe(answer: T, cached: boolean): A | Promise<A>
}

/** Answers from the cache, without any Durable Object; or counts a search and has a dispatcher make it. */
export async function serveCached<T, A extends object>(
  c: Context<AppEnv>,
  route: CachedRoute<T, A>,
): Promise<Response> {
  const { settings, cacheKey, cacheSeconds, digest, readCache, send, describe } = route
  const known = cacheSeconds > 0 ? await readCache(c.env.ANSWERS, cacheKey, Date.now()) : undefined
  if (known !== undefined) {
    countCacheUse(c, 'hit')
    return writeAnswer(c, await describe(known, true))
  }
  const reserved = await reserveSearch(c.env.USAGE, c.get('client'))
  const job = {
    client: c.get('client').id,
    cacheKey,
    cacheSeconds,
    cacheHits: countCacheUse(c, 'miss'),
    budgetMs: LIMITS.searchDeadlineMs - (Date.now() - route.startedAtMs),
  }
  const disconnect = c.get('disconnect')
  const request = requestAnswer<T>(disconnect.signal, {
    env: c.env,
    settings,
    digest,
    send: (object, appKey, isAlone) => send(object, { ...job, appKey, isAlone }),
  })
  const described = async function* (): AsyncGenerator<Progress, A> {
    let completed: Completed<T> | undefined
    try {
      completed = yield* request
      c.get('log').completed(completed)
      return await describe(completed.answer, completed.cached)
    } finally {
      // A search that failed is not counted.
      if (!completed) c.executionCtx.waitUntil(reserved.refund())
    }
  }
  return writeAnswer(c, described(), () => disconnect.abort())
}
