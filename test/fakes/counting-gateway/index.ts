import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Arrival } from './arrivals.ts'

export interface CountingGateway {
  /** What a worker takes as GATEWAY_URL. */
  url: string
  arrivals(): Promise<Arrival[]>
  close(): Promise<void>
}

/** Answers every `image-search` call alike, in a thread that does nothing else, and notes when each arrived. */
export async function startCountingGateway(): Promise<CountingGateway> {
  const thread = new Worker(new URL('thread.ts', import.meta.url))
  const [port] = (await once(thread, 'message')) as [number]
  return {
    url: `http://127.0.0.1:${port}/openapi`,
    arrivals: async () => {
      const answer = once(thread, 'message')
      thread.postMessage('arrivals')
      const [arrivals] = (await answer) as [Arrival[]]
      return arrivals
    },
    close: async () => {
      await thread.terminate()
    },
  }
}
