/** Nothing more fits, even without the oldest searches. */
export class StorageFullError extends Error {
  readonly code = 'storage_full'
}

/**
 * The browser stores nothing for the extension: Firefox set to never remember history, storage that is off or damaged, or
 * another view that does not close an older database. `cause` is the browser's error.
 */
export class StorageClosedError extends Error {
  readonly code: 'storage_closed' | 'storage_newer' = 'storage_closed'
}

/** A newer version of the extension has written the database. This one leaves it as it is. */
export class StorageNewerError extends StorageClosedError {
  override readonly code = 'storage_newer'
}

/** Names of IndexedDB's own failures. Any other error in a transaction is a bug of ours and passed on. */
const INDEXED_DB_ERRORS = [
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
  const isIndexedDbError = error instanceof DOMException && INDEXED_DB_ERRORS.includes(error.name)
  return isIndexedDbError ? new StorageClosedError('storage failed', { cause: error }) : error
}

/** The typed error for a database that did not open. */
export function openingErrorOf(error: unknown): Error {
  if (error instanceof StorageClosedError) return error
  if (isFull(error)) return new StorageFullError('storage is full', { cause: error })
  if (error instanceof Error && error.name === 'VersionError')
    return new StorageNewerError('storage is of a newer version', { cause: error })
  return new StorageClosedError('storage does not open', { cause: error })
}
