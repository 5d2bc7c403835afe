import { useEffect, useRef } from 'preact/hooks'
import type { Route } from '../state/route.ts'

/** Whoever goes to another part by keys or by ear goes on from its beginning. */
export function useFocusOnRoute(route: Route): void {
  const before = useRef(route)
  useEffect(() => {
    if (before.current === route) return
    before.current = route
    document.querySelector<HTMLElement>('.body')?.focus({ preventScroll: true })
  }, [route])
}
