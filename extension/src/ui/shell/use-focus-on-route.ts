import { useEffect, useRef } from 'preact/hooks'
import type { Section } from '../state/route.ts'

/** Whoever goes to another part by keys or by ear goes on from its beginning. */
export function useMovingFocus(section: Section): void {
  const before = useRef(section)
  useEffect(() => {
    if (before.current === section) return
    before.current = section
    document.querySelector<HTMLElement>('.body')?.focus({ preventScroll: true })
  }, [section])
}
