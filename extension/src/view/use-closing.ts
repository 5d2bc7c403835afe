import { useEffect } from 'preact/hooks'
import type { Search } from '../search/state.ts'
import { useDesk } from './desk.tsx'

const JUST_NOW_MS = 3000

/** The page waits for the person's hand: a popup in front of it would take the keys. */
export function useClosingWhilePicking(search: Search): void {
  const { where } = useDesk()
  const isPicking = search.reading === 'picking'
  useEffect(() => {
    if (isPicking && where === 'popup' && Date.now() - search.startedAt < JUST_NOW_MS) window.close()
  }, [isPicking])
}
