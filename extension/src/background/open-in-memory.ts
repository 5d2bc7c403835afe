import { openInItem, PLACES, type PlaceToOpen } from '../model/preferences.ts'

/**
 * A copy of where results open. A panel opens in the very moment of a click or key only, and storage answers later.
 * Chrome's background has no such store, but Chrome waits for it.
 */
const COPY = 'openIn'

let known: PlaceToOpen | undefined = copied()

/** `undefined` in the first moments of Chrome's background. */
export function knownPlace(): PlaceToOpen | undefined {
  return known
}

/** Calls back with where results open, at once and whenever it is changed. */
export function followPlace(onPlace: (place: PlaceToOpen) => void): void {
  const learn = (place: PlaceToOpen) => {
    known = place
    globalThis.localStorage?.setItem(COPY, place)
    onPlace(place)
  }
  openInItem.getValue().then(learn)
  openInItem.watch(learn)
}

function copied(): PlaceToOpen | undefined {
  const copy = globalThis.localStorage?.getItem(COPY)
  return PLACES.find((place) => place === copy)
}
