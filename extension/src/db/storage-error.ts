/** Nothing more fits, even after the oldest searches were let go. */
export class StorageFullError extends Error {
  readonly code = 'storage_full'
}

/**
 * The browser keeps nothing for the extension: Firefox that never remembers history, storage switched off or damaged, or
 * another view that does not let go of an older database. `cause` is the browser's own error.
 */
export class StorageClosedError extends Error {
  readonly code: 'storage_closed' | 'storage_newer' = 'storage_closed'
}

/** A newer version of the extension has written the database. This one leaves it as it is. */
export class StorageNewerError extends StorageClosedError {
  override readonly code = 'storage_newer'
}

/** What IndexedDB calls its own failures; any other name in a transaction is a mistake of ours and stays what it is. */
const BROWSERS_OWN = [
  'AbortError',
  'InvalidStateError',
  'NotReadableError',
  'SecurityError',
  'TimeoutError',
  'TransactionInactiveError',
  'UnknownError',
]

export function isFull(error: unknown): boolean {
  return error instanceof Error && error.name === 'QuotaExceededError'
}

/** The typed error for what a transaction has thrown. */
export function storageErrorOf(error: unknown): unknown {
  if (isFull(error)) return new StorageFullError('storage is full', { cause: error })
  const isBrowsersOwn = error instanceof DOMException && BROWSERS_OWN.includes(error.name)
  return isBrowsersOwn ? new StorageClosedError('storage failed', { cause: error }) : error
}

/** The typed error for a database that did not open. */
export function openingErrorOf(error: unknown): Error {
  if (error instanceof StorageClosedError) return error
  if (isFull(error)) return new StorageFullError('storage is full', { cause: error })
  if (error instanceof Error && error.name === 'VersionError')
    return new StorageNewerError('storage is of a newer version', { cause: error })
  return new StorageClosedError('storage does not open', { cause: error })
}
