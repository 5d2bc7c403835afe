import type { Search } from './state.ts'

/**
 * Names what an ended background left running, so that it can be tried again: nothing of it is awaited or repeated.
 *
 * @returns whether there was anything
 */
export function markInterrupted(search: Search): boolean {
  const failure = { code: 'interrupted' } as const
  let isAny = search.reading === 'running'
  if (isAny) {
    search.reading = 'failed'
    search.readFailure = failure
  }
  for (const list of Object.values(search.lists)) {
    if (list.state !== 'loading') continue
    isAny = true
    list.state = 'failed'
    list.failure = failure
    delete list.progress
  }
  for (const [offerId, { state }] of Object.entries(search.details ?? {})) {
    if (state !== 'loading') continue
    isAny = true
    search.details = { ...search.details, [offerId]: { state: 'failed', failure } }
  }
  return isAny
}
