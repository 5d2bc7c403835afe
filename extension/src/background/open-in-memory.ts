import { SURFACES, type Surface } from '../model/preferences.ts'
import { openInItem } from '../model/stored-items.ts'

/**
 * A copy of where results open. A panel opens in the very moment of a click or key only, and storage answers later.
 * Chrome's background has no such store, but Chrome waits for it.
 */
const COPY = 'openIn'
const { localStorage } = globalThis as {
  localStorage?: { getItem(key: string): string | null; setItem(key: string, value: string): void }
}

let known: Surface | undefined = copied()

/** `undefined` in the first moments of Chrome's background. */
export function rememberedOpenIn(): Surface | undefined {
  return known
}

/** Calls back with where results open, at once and whenever it is changed. */
export function followOpenIn(onPlace: (surface: Surface) => void): void {
  const learn = (surface: Surface) => {
    known = surface
    localStorage?.setItem(COPY, surface)
    onPlace(surface)
  }
  openInItem.getValue().then(learn)
  openInItem.watch(learn)
}

function copied(): Surface | undefined {
  const copy = localStorage?.getItem(COPY)
  return SURFACES.find((surface) => surface === copy)
}
