import { AppError, type ErrorCode } from '@find-on-1688/shared'
import { isKeyRefusal, SUSPENSION_MS } from '../gateway/key-refusal.ts'
import type { Storage } from './storage.ts'

interface Refused {
  code: ErrorCode
  detail: string
  sinceMs: number
}

const NAME = 'aside'

/** Remembers that the platform refuses this app key, until it no longer does. */
export class Aside {
  readonly #notes: Storage['notes']

  constructor(notes: Storage['notes']) {
    this.#notes = notes
  }

  /** Why the key is left alone at this time. */
  at(nowMs: number): { code: ErrorCode; detail: string } | undefined {
    const refused = this.#refused()
    return refused && refused.sinceMs + SUSPENSION_MS > nowMs
      ? { code: refused.code, detail: refused.detail }
      : undefined
  }

  /** Learns from how the work ends. */
  async minding<T>(work: Promise<T>): Promise<T> {
    try {
      const value = await work
      this.clear()
      return value
    } catch (error) {
      if (error instanceof AppError && isKeyRefusal(error.code)) {
        const refused: Refused = { code: error.code, detail: error.message, sinceMs: Date.now() }
        this.#notes.save(NAME, refused)
      }
      throw error
    }
  }

  clear(): void {
    if (this.#refused()) this.#notes.save(NAME, null)
  }

  #refused(): Refused | null | undefined {
    return this.#notes.load(NAME) as Refused | null | undefined
  }
}
