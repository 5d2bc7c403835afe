import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'

/** The app's views, by the hash of its address; the same in popup, side panel and tab. */
const ROUTES = [
  'results',
  'offer',
  'shortlist',
  'history',
  'compare',
  'watch',
  'contact',
  'pictures',
  'margin',
  'evidence',
  'region',
  'photo-reuse',
  'gallery',
  'upload',
  'welcome',
  'sample',
  'supplier',
  'batch',
] as const

export type Route = (typeof ROUTES)[number]

/** Opens a view; some need to know of what, such as an offer's id. */
export type Navigate = (route: Route, argument?: string) => void

/** Where the app is: a view, and what it is of, as in `#offer/710891050473`. */
interface Location {
  route: Route
  /** Empty if the view needs none. */
  argument: string
}

/** The current location and a way to another; the browser's Back button works too. */
export function useLocation(): [Location, Navigate] {
  const [hash, setHash] = useState(currentHash)
  useEffect(() => {
    const read = () => setHash(currentHash())
    window.addEventListener('hashchange', read)
    // It may have changed between the first render and now.
    read()
    return () => window.removeEventListener('hashchange', read)
  }, [])
  return [
    locationOf(hash),
    (route, argument) => {
      location.hash = argument === undefined ? route : `${route}/${encodeURIComponent(argument)}`
      setHash(currentHash())
    },
  ]
}

/** What `locationOf` reads. */
export function currentHash(): string {
  return location.hash.slice(1)
}

/** The location that a hash names, without its `#`; the results if it names none. */
export function locationOf(hash: string): Location {
  const [name, argument = ''] = hash.split('/')
  const route = ROUTES.find((each) => each === name)
  try {
    if (route) return { route, argument: decodeURIComponent(argument) }
  } catch {
    // Half an escape sequence, which nothing of ours writes.
  }
  return { route: 'results', argument: '' }
}

/** Moves the focus to a new view, so that keyboards and screen readers continue at its beginning. */
export function useFocusOnRoute({ route, argument }: Location): void {
  const view = `${route}/${argument}`
  const before = useRef(view)
  // Before the effects of the view itself, which may have a better place for the focus.
  useLayoutEffect(() => {
    if (before.current === view) return
    before.current = view
    document.querySelector<HTMLElement>('.body')?.focus({ preventScroll: true })
  }, [view])
}
