import type { ErrorCode } from '@find-on-1688/shared'
import type { Bindings } from './bindings.ts'
import type { StoredClient } from './clients/store.ts'
import type { Completed } from './dispatch/reply.ts'

export type AppEnv = { Bindings: Bindings; Variables: RequestVariables }

interface RequestVariables {
  requestId: string
  client: StoredClient
  /** Aborts once the caller is gone, whether the platform or a stream notices first. */
  disconnect: AbortController
  log: RequestLog
  /** How long anyone may cache the answer; `undefined` forbids it. */
  cacheSeconds: number | undefined
  /** How the request failed. */
  code: ErrorCode
}

type CacheUse = 'hit' | 'miss' | 'shared'

/** What the log tells about one request: no picture, no key, no address. */
export interface RequestLog {
  cache: CacheUse | undefined
  /** Whether the answer goes on after the handler has returned. */
  isStreaming: boolean
  completed(answer: Pick<Completed<unknown>, 'cost' | 'cached'>): void
  /** Writes the line, once. */
  end(status: number, code: ErrorCode | undefined): void
}
