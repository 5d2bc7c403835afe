import type { ErrorCode } from '@find-on-1688/shared'
import { GatewayError } from '../gateway/errors.ts'
import { SUSPENSION_MS } from '../gateway/key-refusal.ts'
import type { Failure } from './reply.ts'
import type { Storage } from './storage.ts'

interface StoredSuspension {
  code: ErrorCode
  detail: string
  sinceMs: number
}

const NOTE = 'aside'

/** Remembers that the platform refuses this app key, until it accepts it again. */
export class KeySuspension {
  readonly #notes: Storage['notes']

  constructor(notes: Storage['notes']) {
    this.#notes = notes
  }

  /** Why the key is suspended at this time, if it is. */
  current(nowMs: number): Failure | undefined {
    const refused = this.#load()
    return refused && refused.sinceMs + SUSPENSION_MS > nowMs
      ? { code: refused.code, detail: refused.detail, retryAfterMs: undefined, isKeyRefusal: true }
      : undefined
  }

  /** Suspends or restores the key by how the work ends. */
  async track<T>(work: Promise<T>): Promise<T> {
    try {
      const value = await work
      this.clear()
      return value
    } catch (error) {
      if (error instanceof GatewayError && error.isKeyRefusal) {
        const refused: StoredSuspension = { code: error.code, detail: error.message, sinceMs: Date.now() }
        this.#notes.save(NOTE, refused)
      }
      throw error
    }
  }

  clear(): void {
    if (this.#load()) this.#notes.save(NOTE, null)
  }

  #load(): StoredSuspension | null | undefined {
    return this.#notes.load(NOTE) as StoredSuspension | null | undefined
  }
}
