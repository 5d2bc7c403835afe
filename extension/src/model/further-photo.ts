import type { Mode } from '@find-on-1688/shared'
import { storage } from 'wxt/utils/storage'
import type { Failure } from './failure.ts'
import type { Candidate, ResultList, Search, SentPicture, Source } from './search.ts'

/** The photos of one search, its first one included: more would keep others in the worker's queue waiting for long. */
export const MAX_PHOTOS = 5

/** A further photo of the same product, which is read and searched on its own. */
export interface AdditionalPhoto {
  id: string
  source: Source
  /** What the screen shows of it, where it has no address that a view can show. */
  thumb?: string
  /** `ready` waits for the person, before anything of it is sent. */
  reading: 'running' | 'ready' | 'done' | 'failed'
  readFailure?: Failure
  lists: Partial<Record<Mode, ResultList>>
}

/** The page's other pictures; `gone` where the page cannot be looked at, or is no longer that of the picture. */
export type Gallery = { state: 'looking' | 'gone' } | { state: 'done'; choices: Candidate[] }

/** What was read of further photos, to be sent, by their ids; of one search, and cleared with it. */
export const additionalSentItem = storage.defineItem<{
  searchId: string
  pictures: Record<string, SentPicture>
} | null>('session:furtherSent', { fallback: null })

/** How many photos may still be added to a search. */
export function photosLeft({ further = [] }: Pick<Search, 'further'>): number {
  return MAX_PHOTOS - 1 - further.length
}

/** Whether something of it is under way. */
export function isPhotoRunning({ reading, lists }: AdditionalPhoto): boolean {
  return reading === 'running' || Object.values(lists).some(({ state }) => state === 'loading')
}
