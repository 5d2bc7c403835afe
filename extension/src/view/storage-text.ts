import { StorageClosedError, StorageFullError } from '../kept/storage-error.ts'
import { texts } from '../text/index.ts'

/** Why something could not be kept, and what to do. */
export function storageText(error: unknown): string {
  const isKnown = error instanceof StorageFullError || error instanceof StorageClosedError
  const { what, next } = texts().failures[isKnown ? error.code : 'internal']
  return `${what} ${next}`
}
