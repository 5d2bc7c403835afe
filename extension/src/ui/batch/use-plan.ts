import { useEffect, useState } from 'preact/hooks'
import { hostsToAllow } from '../../batch/pictures/read-address.ts'
import { searchesLeftToday } from '../../batch/run/plan.ts'
import type { BatchRow } from '../../model/batch.ts'
import { type Failure, failureOf } from '../../model/failure.ts'
import { usePermissionChanges } from '../state/use-permission-changes.ts'

/** `undefined` while it is asked; `null` if the key has no limit, or the worker does not say. */
type SearchesLeft = number | null | Failure | undefined

/** What the client key may still search today. Asking costs nothing. */
export function useSearchesLeft(): SearchesLeft {
  const [left, setLeft] = useState<SearchesLeft>()
  useEffect(() => {
    const controller = new AbortController()
    searchesLeftToday(controller.signal).then(setLeft, (error: unknown) => setLeft(failureOf(error)))
    return () => controller.abort()
  }, [])
  return left
}

/** The websites that must be allowed before their pictures can be read; `undefined` until that is known. */
export function useHostsToAllow(rows: readonly BatchRow[]): { host: string; pattern: string }[] | undefined {
  const [hosts, setHosts] = useState<{ host: string; pattern: string }[]>()
  const [changes, setChanges] = useState(0)
  usePermissionChanges(() => setChanges((count) => count + 1))
  useEffect(() => {
    let isCurrent = true
    hostsToAllow(rows).then((wanted) => isCurrent && setHosts(wanted))
    return () => {
      isCurrent = false
    }
  }, [rows, changes])
  return hosts
}
