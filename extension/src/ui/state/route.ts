import { useEffect, useState } from 'preact/hooks'

/** The parts of the app. Each place shows the same ones. */
export const ROUTES = [
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

function sectionIn(hash: string): Route {
  return ROUTES.find((route) => `#${route}` === hash) ?? 'results'
}

/** The part that the address names, so that the browser's way back leads back here, too. */
export function useRoute(): [Route, (route: Route) => void] {
  const [route, setSection] = useState(() => sectionIn(location.hash))
  useEffect(() => {
    const read = () => setSection(sectionIn(location.hash))
    window.addEventListener('hashchange', read)
    // It may have changed between the first drawing and now.
    read()
    return () => window.removeEventListener('hashchange', read)
  }, [])
  return [
    route,
    (next) => {
      location.hash = next
      setSection(next)
    },
  ]
}
