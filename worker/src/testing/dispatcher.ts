import { evictDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { readLines } from '../app-keys/read-lines.ts'
import type { SearchJob } from '../dispatch/job.ts'
import type { Cost, Failure, Reply, ReplyEvent } from '../dispatch/reply-stream.ts'
import type { ProviderAnswer } from '../providers/provider.ts'
import { jpegOf } from './http.ts'
import { queryOf } from './upstream.ts'

export interface ReceivedReply {
  events: ReplyEvent<ProviderAnswer>[]
  answer: ProviderAnswer | undefined
  cost: Cost | undefined
  cached: boolean | undefined
  failure: Failure | undefined
}

/** A dispatcher of its own, and ways to use it. */
export function dispatcherOf(name: string) {
  const object = env.DISPATCHER.get(env.DISPATCHER.idFromName(name))
  const start = (job: Partial<SearchJob> = {}): Promise<Reply> =>
    object.search({
      appKey: env.APP_KEY ?? '',
      isAlone: true,
      client: 'one',
      cacheKey: crypto.randomUUID(),
      cacheHits: 0,
      cacheSeconds: 0,
      source: { bytes: jpegOf(400, 400), width: 400, height: 400, sha256: name },
      priority: 'interactive',
      query: queryOf(),
      budgetMs: 20_000,
      ...job,
    })
  const search = async (job?: Partial<SearchJob>) => readReply(await start(job))
  const evict = async () => {
    // Eviction waits for timers, and the one that writes the hours takes two seconds.
    await object.hours()
    await evictDurableObject(object)
  }
  return { object, start, search, evict }
}

/** Everything a reply contains, once it is over. */
export async function readReply(reply: Reply, signal = new AbortController().signal): Promise<ReceivedReply> {
  const received: ReceivedReply = {
    events: [],
    answer: undefined,
    cost: undefined,
    cached: undefined,
    failure: reply.failure,
  }
  if (!reply.events) return received
  for await (const line of readLines(signal, reply.events)) {
    const event = JSON.parse(line) as ReplyEvent<ProviderAnswer>
    received.events.push(event)
    if (event.event === 'error') received.failure = event.data
    if (event.event !== 'result') continue
    received.answer = event.data.answer
    received.cost = event.data.cost
    received.cached = event.data.cached
  }
  return received
}
