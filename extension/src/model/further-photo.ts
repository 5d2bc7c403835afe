import type { Mode } from '@find-on-1688/shared'
import { storage } from 'wxt/utils/storage'
import type { Failure } from './failure.ts'
import type { Choice, List, Picture, Search, Source } from './search.ts'

/** The photos of one search, its first one included: more would keep others in the worker's queue waiting for long. */
export const MOST_PHOTOS = 5

/** A further photo of the same product, which is read and searched on its own. */
export interface Further {
  id: string
  source: Source
  /** What the screen shows of it, where it has no address that a view can show. */
  thumb?: string
  /** `ready` waits for the person, before anything of it is sent. */
  reading: 'running' | 'ready' | 'done' | 'failed'
  readFailure?: Failure
  lists: Partial<Record<Mode, List>>
}

/** The page's other pictures; `gone` where the page cannot be looked at, or is no longer that of the picture. */
export type Gallery = { state: 'looking' | 'gone' } | { state: 'done'; choices: Choice[] }

/** What was read of further photos, to be sent, by their ids; of one search, and cleared with it. */
export const furtherSentItem = storage.defineItem<{
  searchId: string
  pictures: Record<string, Picture>
} | null>('session:furtherSent', { fallback: null })

/** How many photos may still be added to a search. */
export function photosLeft({ further = [] }: Pick<Search, 'further'>): number {
  return MOST_PHOTOS - 1 - further.length
}

/** Whether something of it is under way. */
export function isUnderWay({ reading, lists }: Further): boolean {
  return reading === 'running' || Object.values(lists).some(({ state }) => state === 'loading')
}
