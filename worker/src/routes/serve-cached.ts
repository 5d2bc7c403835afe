import { LIMITS } from '@find-on-1688/shared'
import type { Context } from 'hono'
import type { AppEnv } from '../app-env.ts'
import { ask } from '../app-keys/request.ts'
import { takeSearch } from '../clients/usage.ts'
import type { UpstreamSettings } from '../config.ts'
import type { Dispatcher, Job } from '../dispatch/dispatcher.ts'
import type { Progress } from '../dispatch/progress.ts'
import type { Completed, Reply } from '../dispatch/reply-stream.ts'
import { noteCacheUse } from '../http/cache-hits.ts'
import { answerWith } from '../http/progress.ts'

export interface Wish<T, A extends object> {
  settings: UpstreamSettings
  /** When the request arrived. */
  startedAtMs: number
  cacheKey: string
  cacheSeconds: number
  /** What decides about the app key. */
  digest: string
  readCache(store: KVNamespace | undefined, name: string, nowMs: number): Promise<T | undefined>
  send(object: DurableObjectStub<Dispatcher>, job: Job): Promise<Reply>
  describe(value: T, cached: boolean): A | Promise<A>
}

/** Answers from what is kept, without any object; or counts a search and has an app key's object make it. */
export async function answerOrAsk<T, A extends object>(
  c: Context<AppEnv>,
  wish: Wish<T, A>,
): Promise<Response> {
  const { settings, cacheKey, cacheSeconds, digest, readCache, send, describe } = wish
  const known = cacheSeconds > 0 ? await readCache(c.env.ANSWERS, cacheKey, Date.now()) : undefined
  if (known !== undefined) {
    noteCacheUse(c, 'hit')
    return answerWith(c, await describe(known, true))
  }
  const taken = await takeSearch(c.env.USAGE, c.get('client'))
  const job = {
    client: c.get('client').id,
    cacheKey,
    cacheSeconds,
    cacheHits: noteCacheUse(c, 'miss'),
    budgetMs: LIMITS.searchDeadlineMs - (Date.now() - wish.startedAtMs),
  }
  const disconnect = c.get('disconnect')
  const asked = ask<T>(disconnect.signal, {
    env: c.env,
    settings,
    digest,
    send: (object, appKey, isAlone) => send(object, { ...job, appKey, isAlone }),
  })
  const described = async function* (): AsyncGenerator<Progress, A> {
    let completed: Completed<T> | undefined
    try {
      completed = yield* asked
      c.get('log').completed(completed)
      return await describe(completed.answer, completed.cached)
    } finally {
      // A search that brought nothing is not counted.
      if (!completed) c.executionCtx.waitUntil(taken.giveBack())
    }
  }
  return answerWith(c, described(), () => disconnect.abort())
}
