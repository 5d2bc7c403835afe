import { useEffect } from 'preact/hooks'
import type { Search } from '../../model/search.ts'
import { useApp } from '../state/app-context.tsx'

const TOGETHER_MS = 3000

/**
 * The page waits for the person's hand: a popup in front of it would take the keys. One that was opened later, to see
 * how the search is, stays.
 */
export function useCloseWhilePicking(search: Search): void {
  const { surface } = useApp()
  const isPicking = search.reading === 'picking'
  useEffect(() => {
    const isOfThatClick = performance.timeOrigin - search.startedAt < TOGETHER_MS
    if (isPicking && surface === 'popup' && isOfThatClick) window.close()
  }, [isPicking])
}
