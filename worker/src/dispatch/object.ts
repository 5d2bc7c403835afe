import { DurableObject } from 'cloudflare:workers'
import { AppError, type ErrorCode, type SearchQuery } from '@find-on-1688/shared'
import { abortAfter } from '../abort-after.ts'
import type { Bindings } from '../bindings.ts'
import { SEARCH } from '../providers/index.ts'
import type { Found, Picture } from '../providers/provider.ts'
import { requireSettings } from '../settings.ts'
import { callsOfSearch } from './attempts.ts'
import { CallQueue } from './queue.ts'
import { openStorage, type Storage } from './storage.ts'

export interface SearchJob {
  picture: Picture
  query: SearchQuery
  /** How long the search may still take. A time span, for two machines' clocks differ. */
  budgetMs: number
}

/** An error loses its kind on the way out of an object, so failures travel as data. */
export type SearchOutcome =
  | { found: Found; failure?: undefined }
  | { found?: undefined; failure: { code: ErrorCode; detail: string; retryAfterMs: number | undefined } }

/** One object an app key: it alone sends that key's calls, and so keeps the platform's call limit. */
export class Dispatcher extends DurableObject<Bindings> {
  readonly #storage: Storage
  #queue: CallQueue | undefined

  constructor(ctx: DurableObjectState, env: Bindings) {
    super(ctx, env)
    this.#storage = openStorage(ctx.storage.sql)
  }

  async search({ picture, query, budgetMs }: SearchJob): Promise<SearchOutcome> {
    using deadline = abortAfter(budgetMs)
    try {
      const settings = requireSettings(this.env)
      this.#queue ??= new CallQueue(this.#storage.slot, settings.maxQps)
      const call = callsOfSearch(deadline.signal, this.#queue, Date.now() + budgetMs)
      const upstream = { settings, call, imageIds: this.#storage.imageIds }
      return { found: await SEARCH[settings.provider](picture, query, upstream) }
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      const { code, message, retryAfterMs } = error
      return { failure: { code, detail: message, retryAfterMs: retryAfterMs ?? waitWorthTrying(code) } }
    }
  }
}

/** A throttled platform wants at least a second. */
function waitWorthTrying(code: ErrorCode): number | undefined {
  return code === 'upstream_throttled' ? 2000 : undefined
}
