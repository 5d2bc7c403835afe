import type { RefObject } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'

/** More than the highest screen shows. */
const FIRST_ROWS = 40
/** Rendered before one gets there. */
const AHEAD_ROWS = 20

/**
 * How many of the rows to render: those down to where one has scrolled or to the current one, and some beyond. Several
 * hundred rows would make every change of all of them slow. A list that has changed begins anew.
 * @param list holds the rows, all of one height
 */
export function useRowsInReach(
  list: RefObject<HTMLElement | null>,
  rows: readonly unknown[],
  currentIndex: number,
): number {
  const before = useRef(rows)
  const reached = useRef(FIRST_ROWS)
  const [, renderAgain] = useState(0)
  if (before.current !== rows) {
    before.current = rows
    reached.current = Math.max(FIRST_ROWS, rowsInSight(list.current))
  }
  const total = rows.length
  useEffect(() => {
    const onScroll = () => {
      if (reached.current >= total || rowsInSight(list.current) + AHEAD_ROWS / 2 < reached.current) return
      reached.current = rowsInSight(list.current) + AHEAD_ROWS
      renderAgain(reached.current)
    }
    // Which element scrolls depends on the height of the window.
    addEventListener('scroll', onScroll, { capture: true, passive: true })
    addEventListener('resize', onScroll)
    return () => {
      removeEventListener('scroll', onScroll, { capture: true })
      removeEventListener('resize', onScroll)
    }
  }, [total])
  return Math.min(total, Math.max(reached.current, currentIndex + AHEAD_ROWS))
}

/** Down to the bottom of the window. */
function rowsInSight(list: HTMLElement | null): number {
  const rowHeight = list?.querySelector<HTMLElement>('[data-offer]')?.offsetHeight
  if (!list || !rowHeight) return 0
  return Math.ceil((innerHeight - list.getBoundingClientRect().top) / rowHeight)
}
