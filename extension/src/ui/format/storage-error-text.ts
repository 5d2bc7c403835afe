import { StorageClosedError, StorageFullError } from '../../db/storage-error.ts'
import { texts } from '../../i18n/index.ts'

/** Why something could not be saved, and what to do. In a file of its own, since it is loaded only after a failure. */
export function storageText(error: unknown): string {
  const isKnown = error instanceof StorageFullError || error instanceof StorageClosedError
  const { title: what, hint: next } = texts().failures[isKnown ? error.code : 'internal']
  return `${what} ${next}`
}
