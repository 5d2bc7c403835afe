import { useEffect, useRef, useState } from 'preact/hooks'

/** The app's views, by the hash of its address; the same in popup, side panel and tab. */
const ROUTES = [
  'results',
  'shortlist',
  'history',
  'compare',
  'margin',
  'evidence',
  'region',
  'photo-reuse',
  'gallery',
  'upload',
  'welcome',
] as const

export type Route = (typeof ROUTES)[number]

/** The current route and a way to another; the browser's Back button works too. */
export function useRoute(): [Route, (route: Route) => void] {
  const [route, setRoute] = useState(currentRoute)
  useEffect(() => {
    const read = () => setRoute(currentRoute())
    window.addEventListener('hashchange', read)
    // It may have changed between the first render and now.
    read()
    return () => window.removeEventListener('hashchange', read)
  }, [])
  return [
    route,
    (next) => {
      location.hash = next
      setRoute(next)
    },
  ]
}

function currentRoute(): Route {
  return ROUTES.find((route) => `#${route}` === location.hash) ?? 'results'
}

/** Moves the focus to a new view, so that keyboards and screen readers continue at its beginning. */
export function useFocusOnRoute(route: Route): void {
  const before = useRef(route)
  useEffect(() => {
    if (before.current === route) return
    before.current = route
    document.querySelector<HTMLElement>('.body')?.focus({ preventScroll: true })
  }, [route])
}
