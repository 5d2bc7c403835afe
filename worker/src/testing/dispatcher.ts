import { evictDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import type { Job, SearchJob } from '../dispatch/job.ts'
import type { Progress } from '../dispatch/progress.ts'
import { jpegOf } from './http.ts'
import { queryOf } from './upstream.ts'

/** A dispatcher of its own, and ways to use it. */
export function dispatcherOf(name: string) {
  const object = env.DISPATCHER.getByName(name)
  const jobOf = (job: Partial<Job> = {}): Job => ({
    appKey: env.APP_KEY ?? '',
    isAlone: true,
    isPaid: false,
    requestId: crypto.randomUUID(),
    client: 'one',
    cacheKey: crypto.randomUUID(),
    cacheHits: 0,
    cacheSeconds: 0,
    budgetMs: 20_000,
    priority: 'interactive',
    ownKey: undefined,
    ...job,
  })
  /** A search, with what it reports on the way, and a way to leave it. */
  const start = (job: Partial<SearchJob> = {}) => {
    const events: Progress[] = []
    const source = { bytes: jpegOf(400, 400), width: 400, height: 400, sha256: name }
    const whole: SearchJob = { ...jobOf(), source, query: queryOf(), ...job }
    const reply = object.search(whole, async (progress) => void events.push(progress))
    return { reply, events, leave: () => object.leave(whole.requestId) }
  }
  const search = async (job?: Partial<SearchJob>) => {
    const { completed, failure, paid } = await start(job).reply
    return { ...completed, failure, paid }
  }
  const evict = async () => {
    // Eviction waits for timers, and the one that writes the hours takes two seconds.
    await object.hours()
    await evictDurableObject(object)
  }
  return { object, jobOf, start, search, evict }
}
