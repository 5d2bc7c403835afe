import type { ErrorCode } from '@find-on-1688/shared'
import { GatewayError } from '../gateway/errors.ts'
import { type Api, isForEveryApi, SUSPENSION_MS } from '../gateway/key-refusal.ts'
import type { Failure } from './reply.ts'
import type { Storage } from './storage.ts'

interface StoredSuspension {
  code: ErrorCode
  detail: string
  sinceMs: number
}

const NOTES: Record<Api, string> = { search: 'aside', detail: 'aside-detail' }
const APIS: Api[] = ['search', 'detail']

export type KeySuspension = ReturnType<typeof createKeySuspension>

/** Remembers what the platform refuses this app key for, until it accepts it again. */
export function createKeySuspension(notes: Storage['notes']) {
  function clear(apis = APIS): void {
    for (const api of apis) if (load(api)) notes.save(NOTES[api], null)
  }

  function load(api: Api): StoredSuspension | null | undefined {
    return notes.load(NOTES[api]) as StoredSuspension | null | undefined
  }

  return {
    clear,

    /** Suspends or restores the key by how the work ends. */
    async track<T>(api: Api, work: Promise<T>): Promise<T> {
      try {
        const value = await work
        clear([api])
        return value
      } catch (error) {
        if (error instanceof GatewayError && error.isKeyRefusal) {
          const refused: StoredSuspension = { code: error.code, detail: error.message, sinceMs: Date.now() }
          for (const one of isForEveryApi(error.code) ? APIS : [api]) notes.save(NOTES[one], refused)
        }
        throw error
      }
    },

    /** Why the key is suspended at this time, if it is. */
    current(api: Api, nowMs: number): Failure | undefined {
      const refused = load(api)
      return refused && refused.sinceMs + SUSPENSION_MS > nowMs
        ? { code: refused.code, detail: refused.detail, retryAfterMs: undefined, isKeyRefusal: true }
        : undefined
    },
  }
}
