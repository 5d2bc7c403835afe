import { SURFACES, type Surface } from '../model/preferences.ts'
import { openInItem } from '../model/stored-items.ts'

/**
 * A copy of where results open. Firefox opens a panel only within the event of a click or shortcut, and storage answers
 * later. Chrome's background has no such store, but Chrome waits for the answer.
 */
const COPY = 'openIn'
const { localStorage } = globalThis as {
  localStorage?: { getItem(key: string): string | null; setItem(key: string, value: string): void }
}

let known: Surface | undefined = copied()

/** `undefined` until Chrome's background has read it. */
export function cachedOpenIn(): Surface | undefined {
  return known
}

/** Calls back with where results open, now and at every change. */
export function watchOpenIn(onChange: (surface: Surface) => void): void {
  const learn = (surface: Surface) => {
    known = surface
    localStorage?.setItem(COPY, surface)
    onChange(surface)
  }
  openInItem.getValue().then(learn)
  openInItem.watch(learn)
}

function copied(): Surface | undefined {
  const copy = localStorage?.getItem(COPY)
  return SURFACES.find((surface) => surface === copy)
}
