import { useEffect, useState } from 'preact/hooks'

/** The parts of the app. Each place shows the same ones. */
export const SECTIONS = [
  'results',
  'shortlist',
  'history',
  'compare',
  'margin',
  'evidence',
  'subject',
  'reuse',
  'gallery',
  'bring',
  'welcome',
] as const
export type Section = (typeof SECTIONS)[number]

function sectionIn(hash: string): Section {
  return SECTIONS.find((section) => `#${section}` === hash) ?? 'results'
}

/** The part that the address names, so that the browser's way back leads back here, too. */
export function useSection(): [Section, (section: Section) => void] {
  const [section, setSection] = useState(() => sectionIn(location.hash))
  useEffect(() => {
    const read = () => setSection(sectionIn(location.hash))
    window.addEventListener('hashchange', read)
    // It may have changed between the first drawing and now.
    read()
    return () => window.removeEventListener('hashchange', read)
  }, [])
  return [
    section,
    (next) => {
      location.hash = next
      setSection(next)
    },
  ]
}
